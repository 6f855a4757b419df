import java.io.FileReader;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;

/** Loads what an application loads, for the archive of classes that is left behind. No broker is needed, and none answers. */
public class Rehearsal {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    var text = Serdes.String();
    var builder = new StreamsBuilder();
    var views = builder.stream("views", Consumed.with(text, text)).groupByKey(Grouped.with(text, text));
    views.count(Materialized.with(text, Serdes.Long())).toStream().mapValues(String::valueOf).to("counts", Produced.with(text, text));
    views
        .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10)))
        .count(Materialized.with(text, Serdes.Long()))
        .toStream((window, count) -> window.toString())
        .mapValues(String::valueOf)
        .to("windows", Produced.with(text, text));
    var streams = new KafkaStreams(builder.build(), settings);
    streams.start();
    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()).close(Duration.ZERO);
    settings.put("group.id", "rehearsal");
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(java.util.List.of("views"));
      consumer.poll(Duration.ofSeconds(1));
    }
    System.exit(0);
  }
}
