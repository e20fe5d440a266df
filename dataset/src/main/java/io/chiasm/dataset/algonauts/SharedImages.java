package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.StimulusId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stimuli that several participants saw. Activations are computed once per stimulus, so one number
 * must mean one photograph.
 */
final class SharedImages {
  private final List<Participant> participants;

  SharedImages(List<Participant> participants) {
    this.participants = participants;
  }

  /** Stimuli that every participant saw, ascending. */
  NavigableSet<StimulusId> seenByAll() {
    if (participants.isEmpty()) {
      return new TreeSet<>();
    }
    NavigableSet<StimulusId> shared = new TreeSet<>(participants.get(0).images().keySet());
    participants.forEach(p -> shared.retainAll(p.images().keySet()));
    return shared;
  }

  /** All images of a stimulus, in the order of the participants, by stimulus, ascending. */
  Map<StimulusId, List<Path>> files() {
    Map<StimulusId, List<Path>> files = new TreeMap<>();
    for (Participant participant : participants) {
      for (TrainingImage image : participant.images().values()) {
        files.computeIfAbsent(image.stimulus(), s -> new ArrayList<>()).add(image.file());
      }
    }
    return files;
  }

  /** Names images that differ between participants. */
  void check(CheckDepth depth, Findings findings) {
    files()
        .forEach(
            (stimulus, files) -> {
              for (Path other : files.subList(1, files.size())) {
                findings.attempt(
                    () -> {
                      compare(stimulus, files.get(0), other, depth, findings);
                      return stimulus;
                    });
              }
            });
  }

  private static void compare(
      StimulusId stimulus, Path first, Path other, CheckDepth depth, Findings findings) {
    if (!sameBytes(first, other, depth)) {
      String where = "the image of " + stimulus + " differs from " + first;
      if (samePixels(first, other)) {
        findings.warning(
            other, where + " in its bytes only", "the pixels agree, so the first file is used");
      } else {
        findings.error(other, where, "one number means one photograph for all participants");
      }
    }
  }

  private static boolean sameBytes(Path first, Path other, CheckDepth depth) {
    try {
      if (Files.isSameFile(first, other)) {
        return true;
      }
      return Files.size(first) == Files.size(other)
          && (depth == CheckDepth.QUICK || FileDigest.of(first).equals(FileDigest.of(other)));
    } catch (IOException e) {
      throw new DefectException(other, "cannot be read (" + e + ")", "a readable file");
    }
  }

  private static boolean samePixels(Path first, Path other) {
    BufferedImage a = ImageProbe.decode(first);
    BufferedImage b = ImageProbe.decode(other);
    return ImageProbe.orientation(first).equals(ImageProbe.orientation(other))
        && a.getWidth() == b.getWidth()
        && a.getHeight() == b.getHeight()
        && Arrays.equals(pixels(a), pixels(b));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
