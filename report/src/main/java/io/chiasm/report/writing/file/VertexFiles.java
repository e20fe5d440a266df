package io.chiasm.report.writing.file;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code vertices/<participant>/<network>/<layer>/<split>/{lh,rh}_<name>.npy}: every array of a
 * cell, and the lateralisation if the cell does not hold it.
 */
public final class VertexFiles {
  private static final String CONTRA = Quantity.SCORE_CONTRA.label();
  private static final String IPSI = Quantity.SCORE_IPSI.label();
  private static final String LATERALISATION = Quantity.LATERALISATION.label();

  private final TensorFormat format;
  private final ResultSink sink;

  public VertexFiles(TensorFormat format, ResultSink sink) {
    this.format = format;
    this.sink = sink;
  }

  public void write(EncodingCell cell) {
    cell.names().stream().sorted().forEach(name -> write(cell, name, cell.values(name)));
    if (!cell.has(LATERALISATION) && cell.has(CONTRA) && cell.has(IPSI)) {
      write(cell, LATERALISATION, difference(cell.values(CONTRA), cell.values(IPSI)));
    }
  }

  void write(EncodingCell cell, String name, float[] values) {
    write(path(cell, name), values);
  }

  public void write(String path, float[] values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      format.write(bytes, new FloatTensor(Shape.of(values.length), values));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    sink.put(path, bytes.toByteArray());
  }

  private static String path(EncodingCell cell, String name) {
    String folder =
        Stream.of(
                cell.participant().value(),
                cell.condition().network(),
                cell.condition().layer(),
                cell.condition().split())
            .map(PathSegment::of)
            .collect(Collectors.joining("/"));
    return "vertices/%s/%s_%s.npy"
        .formatted(folder, cell.hemisphere().label(), PathSegment.of(name));
  }

  private static float[] difference(float[] contra, float[] ipsi) {
    float[] difference = new float[contra.length];
    for (int vertex = 0; vertex < difference.length; vertex++) {
      difference[vertex] = contra[vertex] - ipsi[vertex];
    }
    return difference;
  }
}
