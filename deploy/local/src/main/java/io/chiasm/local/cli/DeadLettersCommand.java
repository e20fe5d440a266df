package io.chiasm.local.cli;

import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterState;
import io.chiasm.study.health.LetterText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chiasm dead-letters}. */
@Command(
    name = "dead-letters",
    description = "Tasks that failed for good: what, why, and again.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = {
      DeadLettersCommand.ListLetters.class,
      DeadLettersCommand.Show.class,
      DeadLettersCommand.Replay.class,
      DeadLettersCommand.Discard.class
    })
final class DeadLettersCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects the specification
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, show, replay or discard?");
  }

  /** {@code chiasm dead-letters list}. */
  @Command(
      name = "list",
      description = "The letters that nobody has looked after, the newest first.",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class ListLetters implements Callable<Integer> {
    @Option(names = "--all", description = "those replayed and discarded too")
    private boolean all;

    @Mixin private ServerOption server = new ServerOption();
    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
      List<Letter> shown =
          server.client().letters().stream()
              .filter(letter -> all || letter.state() == LetterState.OPEN)
              .toList();
      json.print(shown, () -> text(shown));
      return ExitCode.OK;
    }

    static String text(List<Letter> letters) {
      if (letters.isEmpty()) {
        return "No dead letters.";
      }
      StringBuilder text = new StringBuilder();
      for (Letter letter : letters) {
        text.append(
            String.format(
                "%s  %-9s %s  %-16s %s%n              %s%n",
                letter.id(),
                letter.state().label(),
                at(letter),
                letter.origin(),
                letter.study(),
                letter.reason()));
      }
      return text.toString();
    }
  }

  /** {@code chiasm dead-letters show LETTER}. */
  @Command(
      name = "show",
      description = "One letter with its origin and the event that failed.",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class Show implements Callable<Integer> {
    @Parameters(paramLabel = "LETTER", description = "a letter's id")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private String letter;

    @Mixin private ServerOption server = new ServerOption();
    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
      LetterText found = server.client().letter(letter);
      json.print(found, () -> text(found));
      return ExitCode.OK;
    }

    static String text(LetterText found) {
      Letter letter = found.letter();
      return String.format(
          Locale.ROOT,
          """
          letter       %s, %s
          written      %s
          study        %s
          task         %s
          origin       %s, partition %d, offset %d
          tried        %d
          given up by  %s
          trace        %s
          reason       %s

          %s
          """,
          letter.id(),
          letter.state().label(),
          at(letter),
          letter.study(),
          letter.task(),
          letter.origin(),
          letter.partition(),
          letter.offset(),
          letter.deliveries(),
          letter.worker(),
          Objects.requireNonNullElse(letter.trace(), "–"),
          letter.reason(),
          found.event());
    }
  }

  /** {@code chiasm dead-letters replay LETTER …}. */
  @Command(
      name = "replay",
      description = {
        "Try the tasks again.",
        "A study that ended goes on with all that is missing, which answers all its letters."
      },
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class Replay implements Callable<Integer> {
    @Parameters(paramLabel = "LETTER", arity = "1..*", description = "letters' ids")
    private List<String> letters = List.of();

    @Mixin private ServerOption server = new ServerOption();

    @Override
    public Integer call() {
      letters.forEach(letter -> say(server.client().replay(letter)));
      return ExitCode.OK;
    }
  }

  /** {@code chiasm dead-letters discard LETTER …}. */
  @Command(
      name = "discard",
      description = "Note that nothing needs to be done; the study keeps the failure.",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class Discard implements Callable<Integer> {
    @Parameters(paramLabel = "LETTER", arity = "1..*", description = "letters' ids")
    private List<String> letters = List.of();

    @Mixin private ServerOption server = new ServerOption();

    @Override
    public Integer call() {
      letters.forEach(letter -> say(server.client().discard(letter)));
      return ExitCode.OK;
    }
  }

  private static void say(Letter letter) {
    System.out.println(letter.id() + " " + letter.state().label());
  }

  private static Instant at(Letter letter) {
    return Instant.ofEpochMilli(letter.atMillis()).truncatedTo(ChronoUnit.SECONDS);
  }
}
