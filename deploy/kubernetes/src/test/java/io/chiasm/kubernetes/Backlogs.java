package io.chiasm.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.TopicHistory;
import io.chiasm.study.health.TopicReading;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the aggregator answers at {@code /topics}. */
final class Backlogs {
  private Backlogs() {}

  /**
   * @param lag of every topic; null if it is not known
   */
  static Map<?, ?> answer(@Nullable Long lag) {
    List<TopicReading> readings =
        Arrays.stream(Topic.values())
            .map(t -> new TopicReading(t.label(), t.queue(), 9, 9, lag, 0, null, 0))
            .toList();
    return parse(new Pipeline(new TopicHistory().add(0, readings), List.of()));
  }

  static Map<?, ?> parse(Pipeline pipeline) {
    try {
      return new ObjectMapper().readValue(Json.write(pipeline), Map.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
