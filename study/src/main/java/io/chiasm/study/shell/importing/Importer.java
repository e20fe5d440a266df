package io.chiasm.study.shell.importing;

import io.chiasm.contracts.study.Study;

/** Brings all that a study works on into the store. */
public interface Importer {
  /**
   * Imports; what is in the store already is not sent again.
   *
   * @throws io.chiasm.contracts.failure.InputException if the study or its data are wrong
   */
  Imported bringIn(Study study, ImportWatch watch);

  /** Is told how far the import is. */
  @FunctionalInterface
  interface ImportWatch {
    void photographs(int done, int total);
  }
}
