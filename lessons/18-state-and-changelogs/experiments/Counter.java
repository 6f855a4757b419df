import java.io.FileReader;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.*;
import org.apache.kafka.streams.state.KeyValueStore;

/** The same counter by the library. With a changelog, unless the settings say `none`. */
public class Counter {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    var text = Serdes.String();

    // #region counter
    var counts = Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts")
        .withKeySerde(text)
        .withValueSerde(Serdes.Long());
    if (settings.getProperty("changelog").equals("none")) counts.withLoggingDisabled();
    var builder = new StreamsBuilder();
    builder.stream(settings.getProperty("input"), Consumed.with(text, text))
        .groupByKey(Grouped.with(text, text))
        .count(counts)
        .toStream()
        .mapValues(count -> count.toString())
        .to(settings.getProperty("output"), Produced.with(text, text));
    // #endregion

    var streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }
}
