package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A folder with inflated surfaces and sulcal depth (or curvature) of fsaverage, 5 or 6, in
 * FreeSurfer's own formats or as GIFTI, gzipped or not: {@code lh.inflated} and {@code lh.sulc},
 * {@code infl_left.gii.gz} and {@code sulc_left.gii.gz}, {@code …_hemi-L_…_inflated.surf.gii} and
 * {@code …_sulc.shape.gii}. A FreeSurfer subject's folder is fine too.
 */
public final class SurfaceFolder {
  private static final String INFLATED = "(inflated|infl)";
  private static final List<String> DEPTHS = List.of("sulc", "curv");

  private final Path folder;
  private final List<Path> files;

  private SurfaceFolder(Path folder) {
    this.folder = Files.isDirectory(folder.resolve("surf")) ? folder.resolve("surf") : folder;
    try (Stream<Path> entries = Files.list(this.folder)) {
      this.files = entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new InputException("surface: " + folder + " is not a readable folder", e);
    }
  }

  /**
   * Reads both hemispheres.
   *
   * @throws InputException that names the file, if one is missing or bad
   */
  public static Cortex open(Path path) {
    SurfaceFolder folder = new SurfaceFolder(path);
    try {
      return new Cortex(folder.hemisphere(Hemisphere.LH), folder.hemisphere(Hemisphere.RH));
    } catch (IllegalArgumentException e) {
      throw new InputException("surface: " + path + ": " + e.getMessage(), e);
    }
  }

  private HemisphereSurface hemisphere(Hemisphere hemisphere) {
    Path mesh = find(hemisphere, INFLATED);
    for (String depth : DEPTHS) {
      if (!matching(hemisphere, depth).isEmpty()) {
        return new HemisphereSurface(mesh(mesh), perVertex(find(hemisphere, depth)));
      }
    }
    return new HemisphereSurface(mesh(mesh), perVertex(find(hemisphere, "(sulc|curv)")));
  }

  private Path find(Hemisphere hemisphere, String what) {
    List<Path> found = matching(hemisphere, what);
    if (found.isEmpty()) {
      throw new InputException(
          "surface: %s has no file of the %s hemisphere like %s.%s"
              .formatted(
                  folder,
                  hemisphere == Hemisphere.LH ? "left" : "right",
                  hemisphere.label(),
                  what.equals(INFLATED) ? "inflated or infl_left.gii" : "sulc or sulc_left.gii"));
    }
    return found.get(0);
  }

  private List<Path> matching(Hemisphere hemisphere, String what) {
    String side = hemisphere == Hemisphere.LH ? "left" : "right";
    String label = hemisphere.label();
    String bids = "hemi-" + hemisphere.bids().toLowerCase(Locale.ROOT);
    Pattern name =
        Pattern.compile(
            "%s\\.%s|%s_%s\\.gii|%s\\.%s(\\.surf|\\.shape)?\\.gii|(.*_)?%s_(.*_)?%s(\\.surf|\\.shape)?\\.gii"
                .formatted(label, what, what, side, label, what, bids, what));
    return files.stream().filter(file -> name.matcher(plain(file)).matches()).toList();
  }

  private static String plain(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static Mesh mesh(Path file) {
    return read(
        file,
        in -> {
          if (!plain(file).endsWith(".gii")) {
            return new FreeSurferReader(in, file.toString()).surface();
          }
          List<GiftiArray> arrays = GiftiReader.read(in, file.toString());
          return new Mesh(
              array(arrays, "NIFTI_INTENT_POINTSET", file).values(),
              array(arrays, "NIFTI_INTENT_TRIANGLE", file).integers());
        });
  }

  private static float[] perVertex(Path file) {
    return read(
        file,
        in ->
            plain(file).endsWith(".gii")
                ? first(GiftiReader.read(in, file.toString()), file).values()
                : new FreeSurferReader(in, file.toString()).perVertex());
  }

  private static GiftiArray array(List<GiftiArray> arrays, String intent, Path file) {
    return arrays.stream()
        .filter(array -> array.intent().equals(intent) && array.columns() == 3)
        .findFirst()
        .orElseThrow(() -> new InputException(file + ": has no array " + intent));
  }

  private static GiftiArray first(List<GiftiArray> arrays, Path file) {
    return arrays.stream()
        .findFirst()
        .orElseThrow(() -> new InputException(file + ": has no array"));
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        DataInputStream in = new DataInputStream(new BufferedInputStream(plain))) {
      return reading.from(in);
    } catch (EOFException e) {
      throw new InputException(file + ": ends too early", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }
}
