package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A map read back from the GIFTI files of its hemispheres. */
public final class MapFile {
  private MapFile() {}

  /**
   * @param files one value per vertex of fsaverage each
   * @throws InputException if a file is not such a map
   */
  public static CorticalMap read(Map<Hemisphere, Path> files) {
    CorticalMap map = new CorticalMap();
    files.forEach(
        (hemisphere, file) -> {
          float[] values = values(file);
          for (int vertex = 0; vertex < values.length; vertex++) {
            map.set(hemisphere, vertex, values[vertex]);
          }
        });
    return map;
  }

  private static float[] values(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<GiftiArray> arrays = GiftiReader.read(in, file.toString());
      float[] values = arrays.isEmpty() ? new float[0] : arrays.get(0).values();
      if (values.length != Cortex.FSAVERAGE) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s: holds %d values, fsaverage has %d vertices",
                file,
                values.length,
                Cortex.FSAVERAGE));
      }
      return values;
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
