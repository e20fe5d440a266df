package io.chiasm.extraction.extract;

/** Told how far an extraction is. */
@FunctionalInterface
public interface ExtractionProgress {
  /** So many photographs of all are done. */
  void advanced(int done, int total);
}
