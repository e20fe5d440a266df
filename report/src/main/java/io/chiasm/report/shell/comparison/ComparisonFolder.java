package io.chiasm.report.shell.comparison;

import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.writing.ComparisonWriter;
import java.util.function.BiConsumer;

/** The files of a comparison, arrays as {@code .npy}, maps drawn on the surface that is here. */
public final class ComparisonFolder {
  private ComparisonFolder() {}

  /**
   * Writes every file, the report last.
   *
   * @param sink takes the path of a file, relative with {@code /}, and its content
   * @throws io.chiasm.contracts.failure.InputException if an array or a map of the studies cannot
   *     be read
   */
  public static void write(Comparison comparison, BiConsumer<String, byte[]> sink) {
    new ComparisonWriter(NpyWriter::write, sink::accept)
        .write(comparison, ComparedSurface.of(comparison.a(), comparison.b()));
  }
}
