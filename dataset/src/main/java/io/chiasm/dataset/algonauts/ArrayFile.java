package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.NpyLimits;
import io.chiasm.contracts.tensor.NpyObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/** Reads {@code .npy} files of the data set; what is wrong with one is a defect. */
final class ArrayFile {
  private ArrayFile() {}

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** What is read of an array of numbers, whose file is exactly as long as its header says. */
  static <T> T numbers(Path file, Function<NpyFile, T> reading) {
    return read(
        file,
        "an array of numbers as numpy.save writes it",
        () -> {
          try (NpyFile array = NpyFile.open(file)) {
            return reading.apply(array);
          }
        });
  }

  /** The pickle of a single Python object. */
  static byte[] pickle(Path file, NpyLimits limits, String right) {
    return read(
        file,
        right,
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            return NpyObject.pickle(in, file.toString(), limits);
          }
        });
  }

  private static <T> T read(Path file, String right, Reading<T> reading) {
    try {
      return reading.read();
    } catch (DefectException | RefusedConnectionException | DamagedObjectException e) {
      throw e;
    } catch (InputException e) {
      throw DefectException.of(file, e, right);
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static DefectException unreadable(Path file, IOException e) {
    return new DefectException(file, "cannot be read (" + e + ")", "a readable file");
  }
}
