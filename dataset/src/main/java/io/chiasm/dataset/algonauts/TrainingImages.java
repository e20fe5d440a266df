package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.StimulusId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds a participant's training images and checks that they number the rows of responses. */
final class TrainingImages {
  private final Path folder;
  private final Findings findings;
  private final List<TrainingImage> images = new ArrayList<>();

  private TrainingImages(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /** The images in order of their rows. */
  static List<TrainingImage> read(ParticipantFolder participant, Findings findings) {
    Path folder = participant.images();
    if (!Files.isDirectory(folder)) {
      findings.error(folder, "the folder is missing", "it holds " + ImageName.EXAMPLE + " …");
      return List.of();
    }
    TrainingImages reading = new TrainingImages(folder, findings);
    findings.attempt(() -> FolderListing.of(folder)).ifPresent(f -> f.forEach(reading::add));
    reading.checkNumbering();
    return reading.followed(participant.dataset()).stream()
        .sorted(Comparator.comparingInt(TrainingImage::row))
        .toList();
  }

  private List<TrainingImage> followed(Path dataset) {
    List<TrainingImage> followed = images.stream().map(image -> image.followed(dataset)).toList();
    long links = followed.stream().filter(image -> !images.contains(image)).count();
    if (links > 0) {
      findings.note(
          folder, links + " images are symbolic links kept as text; the images they name are used");
    }
    return followed;
  }

  private void add(Path file) {
    Optional<ImageName> name = ImageName.parse(FolderListing.name(file));
    if (name.isEmpty()) {
      findings.error(
          file,
          "the name is not that of a training image",
          "names are like " + ImageName.EXAMPLE + ": row counted from 1, NSD number of 5 digits");
    } else if (!name.get().training()) {
      findings.error(file, "a test image among the training images", "it belongs in test_images");
    } else {
      images.add(new TrainingImage(name.get().row(), name.get().stimulus(), file));
    }
  }

  private void checkNumbering() {
    Map<StimulusId, Path> byStimulus = new HashMap<>();
    Map<Integer, Path> byRow = new TreeMap<>();
    for (TrainingImage image : images) {
      Path sameRow = byRow.putIfAbsent(image.row(), image.file());
      if (sameRow != null) {
        reportTwice(image.file(), "row " + (image.row() + 1), sameRow);
      }
      Path same = byStimulus.putIfAbsent(image.stimulus(), image.file());
      if (same != null) {
        reportTwice(image.file(), image.stimulus().toString(), same);
      }
    }
    checkGaps(byRow);
  }

  private void reportTwice(Path file, String what, Path other) {
    findings.error(
        file,
        what + " is also that of " + FolderListing.name(other),
        "every row and every stimulus has one image");
  }

  private void checkGaps(Map<Integer, Path> byRow) {
    int rows = byRow.keySet().stream().mapToInt(row -> row + 1).max().orElse(0);
    List<String> missing = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      if (!byRow.containsKey(row)) {
        missing.add(String.format(Locale.ROOT, "train-%04d", row + 1));
      }
    }
    if (!missing.isEmpty()) {
      findings.error(
          folder,
          "no image for " + Findings.some(missing),
          "the highest number is " + rows + ", so there is one image for each of 1 to " + rows);
    }
  }
}
