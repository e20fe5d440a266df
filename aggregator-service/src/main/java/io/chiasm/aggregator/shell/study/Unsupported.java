package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Study;

/**
 * What a study file may ask for and Chiasm cannot do yet: said at once, never left out silently.
 */
final class Unsupported {
  private Unsupported() {}

  /**
   * Refuses a study that needs something that is not there yet.
   *
   * @throws InputException naming the key
   */
  static void refuse(Study study) {
    if (study.dataset().algonauts().startsWith("s3://")) {
      throw missing("dataset.algonauts: only a folder is available");
    }
  }

  private static InputException missing(String words) {
    return new InputException(words + " in this version");
  }
}
