package io.chiasm.dataset.algonauts;

import io.chiasm.fuzz.reading.Scratch;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Single files of an Algonauts data set. In the readers' own package, since they are no one else's
 * to call; a defect becomes a line of the data set's report.
 */
public final class AlgonautsReading {
  private static final int VERTICES = 6;

  private AlgonautsReading() {}

  public static void mapping(byte[] bytes) throws IOException {
    RoiNames.read(file(bytes));
  }

  public static void mask(byte[] bytes) throws IOException {
    IntegerMask.read(file(bytes), VERTICES, "vertex");
  }

  public static void responses(byte[] bytes) throws IOException {
    ResponseFile responses = ResponseFile.open(file(bytes));
    ResponseScan.check(responses, new Findings(Scratch.folder("dataset")));
    responses.rows(new int[] {responses.stimuli() - 1, 0});
  }

  public static void image(byte[] bytes) throws IOException {
    Path file = file(bytes);
    ImageProbe.orientation(file);
    ImageProbe.problem(file, CheckDepth.FULL);
  }

  private static Path file(byte[] bytes) throws IOException {
    return Scratch.file("dataset/a.npy", bytes);
  }
}
