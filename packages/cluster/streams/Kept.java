import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import javax.management.ObjectName;

/**
 * Runs the main method of another class, from a folder of its own, so that the class path is the same for all and fits one archive of
 * loaded classes. It ends with whoever holds the other end of its standard input, however that one ended.
 * On its way it hears two words: "stop", and "sum TYPE ATTRIBUTE", which asks the metrics of Kafka Streams.
 */
final class Kept {
  public static void main(String[] args) throws Throwable {
    var listener = new Thread(Kept::listen);
    listener.setDaemon(true);
    listener.start();
    try {
      var loader = new URLClassLoader(new URL[] {Path.of(args[0]).toUri().toURL()});
      Thread.currentThread().setContextClassLoader(loader);
      var main = loader.loadClass(args[1]).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    } catch (InvocationTargetException failure) {
      failure.getCause().printStackTrace();
      System.exit(1);
    }
  }

  private static void listen() {
    var words = new BufferedReader(new InputStreamReader(System.in));
    try {
      for (String line; (line = words.readLine()) != null; ) {
        var word = line.split(" ");
        if (word[0].equals("stop")) System.exit(0);
        if (word[0].equals("sum")) System.out.println(line + " " + sum(word[1], word[2]));
      }
    } catch (IOException gone) {
      // The end of the line, like null.
    } finally {
      Runtime.getRuntime().halt(137);
    }
  }

  /** Over every bean of that type that has the attribute; NaN where none has. */
  private static double sum(String type, String attribute) {
    var beans = ManagementFactory.getPlatformMBeanServer();
    double sum = Double.NaN;
    try {
      for (var name : beans.queryNames(new ObjectName("kafka.streams:type=" + type + ",*"), null))
        for (var value : beans.getAttributes(name, new String[] {attribute}).asList())
          if (value.getValue() instanceof Number number)
            sum = (Double.isNaN(sum) ? 0 : sum) + number.doubleValue();
    } catch (Exception unknown) {
      return Double.NaN;
    }
    return sum;
  }
}
