package io.chiasm.report.writing.outcome;

/** How provenance is written. */
@FunctionalInterface
public interface ProvenanceFormat {
  byte[] bytes(Provenance provenance);
}
