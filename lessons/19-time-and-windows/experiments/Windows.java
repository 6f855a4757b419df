import java.io.FileReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.*;

/** The same counts by the library. What is behind the last `.count` makes them texts, so that they can be compared. */
public class Windows {
  public static void main(String[] args) throws Exception {
    var settings = new Properties();
    settings.load(new FileReader(args[0]));
    var size = Duration.ofMillis(Long.parseLong(settings.getProperty("size")));
    var advance = Duration.ofMillis(Long.parseLong(settings.getProperty("advance")));
    var grace = Duration.ofMillis(Long.parseLong(settings.getProperty("grace")));
    var base = Long.parseLong(settings.getProperty("base"));
    var sessions = settings.getProperty("windows").equals("sessions");
    var text = Serdes.String();

    var builder = new StreamsBuilder();
    var views = builder.stream(settings.getProperty("input"), Consumed.with(text, text))
        .groupByKey(Grouped.with(text, text));
    // #region count
    var counts = sessions
        ? views.windowedBy(SessionWindows.ofInactivityGapAndGrace(size, grace))
            .count(Materialized.with(text, Serdes.Long()))
        : views.windowedBy(TimeWindows.ofSizeAndGrace(size, grace).advanceBy(advance))
            .count(Materialized.with(text, Serdes.Long()));
    if (settings.getProperty("say").equals("final"))
      counts = counts.suppress(
          Suppressed.untilWindowCloses(Suppressed.BufferConfig.unbounded()));
    // #endregion
    counts.toStream((window, count) -> label(window, base, sessions ? "]" : ")"))
        .mapValues(count -> count == null ? null : count.toString())
        .to(settings.getProperty("output"), Produced.with(text, text));

    var streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }

  /** `a[0,10)`: a key, and seconds since the beginning of the story. */
  private static String label(Windowed<String> windowed, long base, String bracket) {
    var start = seconds(windowed.window().start() - base);
    var end = seconds(windowed.window().end() - base);
    return windowed.key() + "[" + start + "," + end + bracket;
  }

  private static String seconds(long ms) {
    return ms == 0 ? "0" : BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString();
  }
}
