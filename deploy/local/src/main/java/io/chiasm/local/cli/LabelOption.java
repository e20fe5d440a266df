package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Labelled;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An option whose words are those of the study file. */
final class LabelOption {
  private LabelOption() {}

  /**
   * @param option as it is written, {@code --scaling}
   * @throws InputException naming all words, if this is none of them
   */
  static <C extends Enum<C> & Labelled> C of(String option, String word, Class<C> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.label().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new InputException(option + " " + word + ": possible are " + words(choices)));
  }

  private static <C extends Labelled> String words(Class<C> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(Labelled::label)
        .collect(Collectors.joining(", "));
  }
}
