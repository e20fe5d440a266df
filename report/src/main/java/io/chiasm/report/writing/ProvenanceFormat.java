package io.chiasm.report.writing;

/** How provenance is written. */
@FunctionalInterface
public interface ProvenanceFormat {
  byte[] bytes(Provenance provenance);
}
