import java.io.FileReader;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.*;

/** The same counts by the library. Nobody tells it of a topic between. */
public class ByCountry {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    // The topic between is emptied behind the reader; not before it has been looked at.
    settings.put("repartition.purge.interval.ms", "3600000");
    var text = Serdes.String();

    var builder = new StreamsBuilder();
    var orders = builder.stream(settings.getProperty("input"), Consumed.with(text, text));
    // #region topology
    orders
        .groupBy((customer, country) -> country, Grouped.with("by-country", text, text))
        .count(Materialized.with(text, Serdes.Long()))
        .toStream()
        .mapValues(count -> count.toString())
        .to(settings.getProperty("output"), Produced.with(text, text));
    // #endregion

    var streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }
}
