package io.chiasm.local.cli;

import io.chiasm.local.client.AggregatorClient;
import io.chiasm.study.health.LetterState;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.TopicHealth;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chiasm topics}. */
@Command(
    name = "topics",
    description = "How the pipeline is doing: messages, rates, lag, oldest unfinished task.",
    footer = {
      "",
      "idle: nothing waits. flowing: messages are worked off. unattended: something waits and"
          + " nobody takes it. still: something waits and nothing was finished for a minute."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class TopicsCommand implements Callable<Integer> {
  @Mixin private ServerOption server = new ServerOption();
  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    AggregatorClient client = server.client();
    Pipeline pipeline = client.pipeline();
    json.print(pipeline, () -> text(pipeline) + deadLetters(client));
    return ExitCode.OK;
  }

  private static String deadLetters(AggregatorClient client) {
    long open = client.letters().stream().filter(l -> l.state() == LetterState.OPEN).count();
    return open == 0
        ? "No dead letters.\n"
        : open + " open dead letters; 'chiasm dead-letters list' says why.\n";
  }

  static String text(Pipeline pipeline) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-17s %-10s %10s %10s %10s %10s %10s %9s%n",
            "topic",
            "state",
            "unfinished",
            "oldest",
            "written",
            "finished",
            "messages",
            "consumers"));
    pipeline.topics().forEach(topic -> text.append(row(topic)));
    return text.toString();
  }

  private static String row(TopicHealth topic) {
    return String.format(
        Locale.ROOT,
        "%-17s %-10s %10s %10s %10s %10s %10d %9d%n",
        topic.topic(),
        topic.state().label(),
        Objects.toString(topic.lag(), "-"),
        topic.oldestSeconds() == null ? "-" : topic.oldestSeconds() + " s",
        rate(topic.writtenPerSecond()),
        rate(topic.finishedPerSecond()),
        topic.messages(),
        topic.consumers());
  }

  private static String rate(@Nullable Double perSecond) {
    return perSecond == null ? "-" : String.format(Locale.ROOT, "%.2f/s", perSecond);
  }
}
