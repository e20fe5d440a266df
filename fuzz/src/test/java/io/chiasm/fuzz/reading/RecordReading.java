package io.chiasm.fuzz.reading;

import io.chiasm.contracts.folder.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hidden record of a results folder, which may have come from elsewhere with the folder. */
public final class RecordReading {
  private RecordReading() {}

  /** Nothing beside the folder may be taken away for it. */
  public static void folder(byte[] bytes) throws IOException {
    Path beside = Scratch.file("beside", new byte[1]);
    Path folder = Scratch.folder("results");
    Files.write(folder.resolve(".chiasm-files"), bytes);
    try (OutputFolder taken = OutputFolder.take(folder, "run")) {
      Files.write(taken.temporary("a.csv"), new byte[1]);
      taken.complete();
    }
    if (!Files.exists(beside)) {
      throw new AssertionError("took away a file outside its folder");
    }
  }
}
