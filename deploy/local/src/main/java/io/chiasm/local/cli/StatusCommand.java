package io.chiasm.local.cli;

import static java.util.stream.Collectors.joining;

import io.chiasm.local.client.AggregatorClient;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chiasm status [STUDY]}. */
@Command(
    name = "status",
    description = "How far one study is, or all.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class StatusCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", arity = "0..1", description = "a study's id")
  private @Nullable String study;

  @Mixin private ServerOption server = new ServerOption();
  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    AggregatorClient client = server.client();
    if (study == null) {
      List<StudyStatus> all = client.list();
      json.print(all, () -> lines(all));
    } else {
      StudyStatus one = client.status(study);
      json.print(one, () -> text(one) + TimesText.of(client, one));
    }
    return ExitCode.OK;
  }

  private static String lines(List<StudyStatus> all) {
    if (all.isEmpty()) {
      return "No studies yet.";
    }
    StringBuilder text = new StringBuilder();
    for (StudyStatus one : all) {
      text.append(String.format("%-40s %s%n", one.study(), one.state().label()));
      text.append(waiting(one));
    }
    return text.toString();
  }

  private static String waiting(StudyStatus status) {
    return status.waiting().stream().map(w -> "  waiting: " + w + "\n").collect(joining());
  }

  private static String text(StudyStatus status) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%s: %s%n", status.study(), status.state().label()));
    text.append(waiting(status));
    for (Stage stage : status.stages()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-10s %d of %d %s, %d reused, %d failed%n",
              stage.name(),
              stage.done(),
              stage.total(),
              stage.unit(),
              stage.reused(),
              stage.failed()));
    }
    status.reasons().forEach(r -> text.append("  ").append(r).append('\n'));
    status.warnings().forEach(w -> text.append("  warning: ").append(w).append('\n'));
    return text.toString();
  }
}
