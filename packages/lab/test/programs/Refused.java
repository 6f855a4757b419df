public class Refused { int number = "no number"; }
