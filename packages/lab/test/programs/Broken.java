public class Broken {
  public static void main(String[] args) {
    throw new IllegalStateException("no topology to speak of");
  }
}
