import java.io.FileReader;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.*;

/** The same joins by the library. */
public class Joins {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    var text = Serdes.String();
    var texts = Consumed.with(text, text);
    var builder = new StreamsBuilder();
    var orders = settings.getProperty("orders");
    var addresses = settings.getProperty("addresses");
    // #region joins
    ValueJoiner<String, String, String> to = (order, address) ->
        order + " to " + (address == null ? "?" : address);
    var enriched = switch (settings.getProperty("join")) {
      case "stream and table" -> builder.stream(orders, texts)
          .leftJoin(builder.table(addresses, texts), to, Joined.with(text, text, text));
      case "two streams" -> builder.stream(orders, texts)
          .join(builder.stream(addresses, texts), to,
              JoinWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(1), Duration.ofMinutes(1)),
              StreamJoined.with(text, text, text));
      default -> builder.table(orders, texts)
          .join(builder.table(addresses, texts), to)
          .toStream();
    };
    // #endregion
    enriched.to(settings.getProperty("output"), Produced.with(text, text));

    var streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }
}
