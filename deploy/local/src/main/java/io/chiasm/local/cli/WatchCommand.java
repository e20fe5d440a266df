package io.chiasm.local.cli;

import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.study.progress.StudyStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chiasm watch STUDY}. */
@Command(
    name = "watch",
    description =
        "Follow a study of a running stack to its end; the exit code is that of 'run': 0 only if"
            + " the study is complete.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class WatchCommand implements Callable<Integer> {
  @Mixin private StudyArgument study = new StudyArgument();

  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() {
    AggregatorClient client = study.client();
    // A study that nobody knows is said before any bar is drawn.
    client.status(study.id());
    StudyStatus end;
    try (ProgressView view = progress.view()) {
      end = new StudyWatch(client, view).follow(study.id(), () -> {});
    }
    client.summary(study.id()).ifPresent(System.out::println);
    System.out.print(TimesText.of(client, end));
    end.warnings().forEach(w -> System.err.println("warning: " + w));
    return StudyEnd.tell(end);
  }
}
