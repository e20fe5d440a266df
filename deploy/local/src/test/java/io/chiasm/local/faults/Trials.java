package io.chiasm.local.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** The same study again and again, each time with another fault; prints a row for each. */
final class Trials {
  private static final String ROW = "%-52s %8s %8s %9s %6s %6s  %s%n";

  private final Trial trial;
  private final Round round;
  private final Random random;
  private final Invariants invariants;
  private final int results;

  Trials(Trial trial, Path study, Random random) throws Exception {
    this.trial = trial;
    this.round = new Round(trial, study);
    this.random = random;
    System.out.printf(
        Locale.ROOT, ROW, "fault", "lasted", "study", "resumed", "kills", "again", "broken");
    Round.Course undisturbed = round.run(Faults.nothing(), 0, random);
    if (!Round.complete(undisturbed.outcome())) {
      throw new AssertionError("not even undisturbed: " + undisturbed);
    }
    this.invariants = new Invariants(undisturbed.outcome());
    this.results = trial.front().ledger().results();
    row(Faults.nothing(), undisturbed, invariants.broken(trial, undisturbed, 0));
    round.forget(undisturbed.outcome().status().study());
  }

  /** What did not hold. */
  List<String> undergo(Fault fault) throws Exception {
    // Not before the first: what is delivered again then would come before its photographs.
    int moment = 1 + random.nextInt(results * 2 / 3);
    Round.Course course = round.run(fault, moment, random);
    List<String> broken = invariants.broken(trial, course, fault.letters());
    row(fault, course, broken);
    round.forget(course.outcome().status().study());
    return broken.stream().map(each -> fault.name() + ": " + each).toList();
  }

  private static void row(Fault fault, Round.Course course, List<String> broken) {
    System.out.printf(
        Locale.ROOT,
        ROW,
        fault.name(),
        seconds(Optional.of(course.course())),
        seconds(Optional.of(course.whole())),
        seconds(course.resumed()),
        course.kills(),
        course.again(),
        broken.isEmpty() ? "-" : String.join("; ", broken));
  }

  private static String seconds(Optional<Duration> time) {
    return time.map(t -> String.format(Locale.ROOT, "%.1f s", t.toMillis() / 1e3)).orElse("-");
  }
}
