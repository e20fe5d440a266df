package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFilesTest {
  /** See {@code mapping.py} beside the file. */
  @Test
  void aMappingHasTheBytesThatNumpyWrites(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mapping.npy");
    NpyFiles.writeDict(file, RoiClass.PLACES.names());
    try (InputStream numpy = NpyFilesTest.class.getResourceAsStream("mapping_floc-places.npy")) {
      assertThat(Files.readAllBytes(file)).isEqualTo(numpy.readAllBytes());
    }
  }
}
