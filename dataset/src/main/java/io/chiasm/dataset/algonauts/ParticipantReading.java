package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what one participant's folder holds, and names everything that is wrong with it. */
final class ParticipantReading {
  private static final int ALIKE = 10;

  private final ParticipantFolder folder;
  private final CheckDepth depth;
  private final Findings findings;

  ParticipantReading(ParticipantFolder folder, CheckDepth depth, Findings findings) {
    this.folder = folder;
    this.depth = depth;
    this.findings = findings;
  }

  Participant read() {
    List<TrainingImage> images = TrainingImages.read(folder, findings);
    checkImages(images);
    return Participant.of(folder.participant(), images, testImages(), hemispheres(images));
  }

  private void checkImages(List<TrainingImage> images) {
    List<Optional<String>> problems =
        images.parallelStream().map(image -> ImageProbe.problem(image.file(), depth)).toList();
    Map<String, List<Path>> byProblem = new LinkedHashMap<>();
    for (int i = 0; i < images.size(); i++) {
      Path file = images.get(i).file();
      problems
          .get(i)
          .ifPresent(p -> byProblem.computeIfAbsent(p, key -> new ArrayList<>()).add(file));
    }
    byProblem.forEach(this::reportImages);
  }

  /** A fault of the copy hits hundreds of images alike; one line tells it better. */
  private void reportImages(String problem, List<Path> files) {
    if (files.size() < ALIKE) {
      files.forEach(file -> findings.error(file, problem, ImageProbe.RIGHT));
    } else {
      String named = Findings.some(files.stream().map(FolderListing::name).toList());
      findings.error(
          folder.images(), files.size() + " images: " + problem + ": " + named, ImageProbe.RIGHT);
    }
  }

  private int testImages() {
    Path images = folder.testImages();
    if (!Files.isDirectory(images)) {
      return 0;
    }
    List<Path> files = findings.attempt(() -> FolderListing.of(images)).orElse(List.of());
    return (int)
        files.stream().filter(f -> ImageName.parse(FolderListing.name(f)).isPresent()).count();
  }

  private EnumMap<Hemisphere, HemisphereData> hemispheres(List<TrainingImage> images) {
    MaskFiles files = MaskFiles.list(folder, findings);
    Map<String, Map<Integer, String>> names = files.names(folder, findings);
    EnumMap<Hemisphere, HemisphereData> read = new EnumMap<>(Hemisphere.class);
    boolean any = false;
    for (Hemisphere hemisphere : Hemisphere.values()) {
      boolean there = Files.exists(folder.responses(hemisphere));
      any |= there;
      if (there) {
        findings
            .attempt(() -> ResponseFile.open(folder.responses(hemisphere)))
            .ifPresent(r -> read.put(hemisphere, hemisphere(hemisphere, r, images, files, names)));
      } else if (files.has(hemisphere)) {
        findings.error(
            folder.responses(hemisphere),
            "the file is missing, but roi_masks has masks of " + hemisphere.label(),
            "a hemisphere has both, or, where it was left out, neither");
      }
    }
    if (!any) {
      findings.error(
          folder.path(),
          "no responses of either hemisphere",
          "training_split/training_fmri/{lh,rh}_training_fmri.npy");
    }
    return read;
  }

  private HemisphereData hemisphere(
      Hemisphere hemisphere,
      ResponseFile responses,
      List<TrainingImage> images,
      MaskFiles files,
      Map<String, Map<Integer, String>> names) {
    checkRows(responses, images);
    if (depth == CheckDepth.FULL) {
      findings.attempt(
          () -> {
            ResponseScan.check(responses, findings);
            return responses;
          });
    }
    if (files.isEmpty()) {
      return new HemisphereData(responses, List.of(), new int[0]);
    }
    if (!files.has(hemisphere)) {
      findings.error(
          folder.masks(),
          "no masks of " + hemisphere.label() + ", whose responses are there",
          "a hemisphere has both, or, where it was left out, neither");
      return new HemisphereData(responses, List.of(), new int[0]);
    }
    MaskReading masks = new MaskReading(folder, hemisphere, responses.vertices(), findings);
    int[] places = masks.fsaverage();
    return new HemisphereData(
        responses, masks.masks(files.classes(hemisphere), names, places), places);
  }

  private void checkRows(ResponseFile responses, List<TrainingImage> images) {
    if (!images.isEmpty() && images.size() != responses.stimuli()) {
      findings.error(
          responses.file(),
          responses.stimuli() + " rows for " + images.size() + " training images",
          "one row for every image");
    }
  }
}
