package io.chiasm.dataset.semantic;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import java.util.Map;

/** The categories that can be seen in stimuli. */
public sealed interface Categories permits CategoryTable, CroppedCategories {
  /** Where they come from, for messages. */
  String source();

  /** Whether it is known in which halves of a stimulus a category can be seen. */
  boolean sided();

  /**
   * The categories seen in a stimulus, by name.
   *
   * @throws InputException if there is a stimulus about which nothing can be known
   */
  Map<String, Visibility> of(StimulusId stimulus);
}
