package io.chiasm.aggregator.shell.reporting;

import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.PathSegment;

/** Where an array of a cell lies in the results folder. */
final class VertexPath {
  private VertexPath() {}

  static String of(EncodingCell cell, String name) {
    return String.join(
        "/",
        "vertices",
        cell.participant().value(),
        cell.condition().network(),
        cell.condition().layer(),
        PathSegment.of(cell.condition().split()),
        cell.hemisphere().label() + "_" + name + ".npy");
  }
}
