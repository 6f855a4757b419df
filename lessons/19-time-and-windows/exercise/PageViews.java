import java.io.FileReader;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.*;

/** Page views per minute with half a minute of grace, each said once. */
public class PageViews {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    var text = Serdes.String();
    var builder = new StreamsBuilder();
    builder.stream(settings.getProperty("input"), Consumed.with(text, text))
        .groupByKey(Grouped.with(text, text))
        .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(30)))
        .count(Materialized.with(text, Serdes.Long()))
        .suppress(Suppressed.untilWindowCloses(Suppressed.BufferConfig.unbounded()))
        .toStream((page, views) -> page)
        .map((page, views) -> KeyValue.pair(page.key(), page.window().start() + " " + views))
        .to(settings.getProperty("output"), Produced.with(text, text));
    var streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }
}
