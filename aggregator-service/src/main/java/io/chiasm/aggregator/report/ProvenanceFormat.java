package io.chiasm.aggregator.report;

/** How provenance is written. */
@FunctionalInterface
public interface ProvenanceFormat {
  byte[] bytes(Provenance provenance);
}
