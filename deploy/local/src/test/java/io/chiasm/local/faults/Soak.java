package io.chiasm.local.faults;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Studies submitted, cancelled, resumed and deleted at random, and workers killed, for as long as
 * wanted. The first extractor and encoder and the aggregator are never killed: what they take of
 * the machine is to stay the same.
 */
final class Soak {
  private static final Duration PAUSE = Duration.ofSeconds(4);
  private static final int MOST_STUDIES = 6;

  /** The oldest beyond these are deleted, so that what is stored can stay the same, too. */
  private static final int MOST_KEPT = 12;

  private static final String NAME = "soak-";

  private final Trial trial;
  private final String yaml;
  private final Path base;
  private final Random random;
  private final Usage usage;
  private int submitted;
  private int refused;

  Soak(Trial trial, Path study, Path table, Random random) throws IOException {
    this.trial = trial;
    this.yaml = Files.readString(study);
    this.base = study.toAbsolutePath().resolveSibling("");
    this.random = random;
    this.usage = new Usage(trial, table);
  }

  /** What it came to. */
  record Sum(int submitted, int refused, List<StudyStatus> left, List<String> grown) {}

  Sum run(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      try {
        act();
      } catch (TransientException | InputException e) {
        // Such as a study that ended meanwhile, which cannot be cancelled.
        refused++;
      }
      usage.note();
      Thread.sleep(PAUSE.toMillis());
    }
    trial.awaitReady();
    for (StudyStatus study : trial.client().list()) {
      if (study.state() == StudyState.CANCELLED) {
        trial.client().resume(study.study());
      }
    }
    trial.await("every study's end", this::quiet);
    return new Sum(submitted, refused, trial.client().list(), usage.grown());
  }

  private boolean quiet() {
    return trial.client().list().stream().allMatch(study -> study.state().ended())
        && Outcome.waiting(trial) == 0;
  }

  private void act() throws Exception {
    List<StudyStatus> studies = trial.client().list();
    if (studies.size() > MOST_KEPT) {
      studies.stream()
          .filter(study -> study.state().ended())
          .min(Comparator.comparing(Soak::number))
          .ifPresent(study -> trial.client().delete(study.study()));
      return;
    }
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        if (studies.stream().filter(s -> !s.state().ended()).count() < MOST_STUDIES) {
          submit();
        }
      }
      case 3 -> one(studies, false).forEach(study -> trial.client().cancel(study));
      case 4 -> one(studies, true).forEach(study -> trial.client().resume(study));
      case 5 -> one(studies, true).forEach(study -> trial.client().delete(study));
      case 6 -> trial.client().collect("0", false);
      default -> trial.kill(random.nextBoolean() ? "extractor-2" : "encoder-2");
    }
  }

  private static int number(StudyStatus study) {
    return Integer.parseInt(study.name().substring(NAME.length()));
  }

  private void submit() {
    submitted++;
    String another =
        yaml.replaceFirst("study: .*", "study: " + NAME + submitted)
                .replaceFirst("algonauts: .*", "algonauts: " + base)
                .replaceFirst("surface: .*", "surface: " + base + "/surface")
                .replaceAll("onnx: (\\S+\\.onnx)", "onnx: " + base + "/$1")
            + "validation: {kfold: 5, seed: "
            + random.nextInt(1000)
            + "}\n";
    try {
      trial.client().submit(another, "soak.yaml");
    } catch (InputException e) {
      throw new AssertionError(another, e);
    }
  }

  private List<String> one(List<StudyStatus> studies, boolean ended) {
    List<String> some =
        new ArrayList<>(
            studies.stream()
                .filter(study -> study.state().ended() == ended)
                .map(StudyStatus::study)
                .toList());
    return some.isEmpty() ? some : List.of(some.get(random.nextInt(some.size())));
  }
}
