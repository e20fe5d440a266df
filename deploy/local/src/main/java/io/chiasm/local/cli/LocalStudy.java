package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.plan.StudyPlan;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.local.sending.Fetching;
import io.chiasm.local.stack.LocalStack;
import io.chiasm.local.stack.StackSettings;
import io.chiasm.study.estimate.Costs;
import io.chiasm.study.progress.StudyStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One study on an embedded stack of its own, from start to results on disk. */
final class LocalStudy {
  /** Whose results they are in a folder's record, whichever command brings them. */
  static final String RESULTS_OF = "study";

  private static final String SUMMARY = "summary.txt";
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final StackSettings settings;
  private final ProgressView view;

  LocalStudy(StackSettings settings, ProgressView view) {
    this.settings = settings;
    this.view = view;
  }

  /**
   * Runs the study and copies its results. The folder is taken first: two studies of one folder
   * would end as a mixture.
   *
   * @return the exit code
   */
  int run(Path studyFile, Path results) throws IOException {
    try (OutputFolder folder = OutputFolder.take(results, RESULTS_OF)) {
      return run(studyFile, folder);
    }
  }

  private int run(Path studyFile, OutputFolder results) throws IOException {
    view.say("Starting broker, object store and services …");
    LocalStack stack = LocalStack.start(settings.forWorkOf(seconds(studyFile)), view::say);
    // Ctrl-C and SIGTERM: nothing that was started may stay.
    Thread hook = new Thread(stack::close, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      AggregatorClient client = new AggregatorClient(stack.address());
      String study = submit(client, studyFile, stack);
      StudyStatus end = new StudyWatch(client, view).follow(study, stack::check);
      new Fetching(client, view, ParallelOption.WIDTH).fetch(study, results);
      view.close();
      return tell(end, TimesText.of(client, end), results.path());
    } finally {
      view.close();
      stack.close();
      forget(hook);
    }
  }

  /** What the study takes; where that cannot be told, the import says why, and this nothing. */
  private double seconds(Path studyFile) {
    try {
      return StudyPlan.of(StudyFile.read(studyFile), settings.encoders(), Costs.BUILT_IN)
          .allSeconds();
    } catch (InputException | UncheckedIOException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** An aggregator that dies of the study says why only by its end, which comes a moment later. */
  private static String submit(AggregatorClient client, Path studyFile, LocalStack stack) {
    try {
      return client.submit(studyFile);
    } catch (TransientException e) {
      stack.awaitEnd(A_MOMENT);
      stack.check();
      throw e;
    }
  }

  private static int tell(StudyStatus end, String times, Path results) throws IOException {
    Path summary = results.resolve(SUMMARY);
    if (Files.exists(summary)) {
      System.out.println(Files.readString(summary));
    }
    System.out.print(times);
    end.warnings().forEach(w -> System.err.println("warning: " + w));
    Path each = results.resolve("tables").resolve("warnings.csv");
    if (!end.warnings().isEmpty() && Files.exists(each)) {
      System.out.println("Warnings in full: " + each);
    }
    if (Files.exists(results.resolve("report.html"))) {
      System.out.println("Report: " + results.resolve("report.html"));
    }
    return StudyEnd.tell(end);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs already.
      return;
    }
  }
}
