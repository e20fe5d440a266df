package io.chiasm.report.writing.file;

import io.chiasm.contracts.tensor.FloatTensor;
import java.io.IOException;
import java.io.OutputStream;

/** How an array over vertices is written. */
@FunctionalInterface
public interface TensorFormat {
  void write(OutputStream out, FloatTensor tensor) throws IOException;
}
