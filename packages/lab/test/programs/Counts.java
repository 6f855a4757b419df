import java.io.FileReader;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/** How often each value came, with its key, as text. */
public class Counts {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    var text = Serdes.String();
    var builder = new StreamsBuilder();
    builder.stream(settings.getProperty("input"), Consumed.with(text, text))
        .groupBy((key, value) -> value, Grouped.with(text, text))
        .count(Materialized.with(text, Serdes.Long()))
        .toStream()
        .mapValues(count -> count.toString())
        .to(settings.getProperty("output"), Produced.with(text, text));
    var streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
    System.out.println("started");
  }
}
