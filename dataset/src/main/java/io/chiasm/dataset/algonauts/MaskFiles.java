package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which masks and mappings a participant's {@code roi_masks} holds, by their names. */
final class MaskFiles {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(lh|rh)\\.([A-Za-z0-9_-]+)_(?:challenge|fsaverage)_space|"
              + "mapping_([A-Za-z0-9_-]+))\\.npy");

  private final Set<String> classes = new TreeSet<>();
  private final Map<Hemisphere, Set<String>> byHemisphere = new EnumMap<>(Hemisphere.class);
  private final Set<Hemisphere> present = EnumSet.noneOf(Hemisphere.class);

  static MaskFiles list(ParticipantFolder folder, Findings findings) {
    MaskFiles files = new MaskFiles();
    if (Files.isDirectory(folder.masks())) {
      List<Path> found = findings.attempt(() -> FolderListing.of(folder.masks())).orElse(List.of());
      found.forEach(file -> files.add(file, findings));
    }
    if (files.isEmpty()) {
      findings.warning(
          folder.masks(),
          "there are no ROI masks",
          "scores of single vertices and of all vertices remain; ROIs and maps need masks");
    }
    return files;
  }

  private void add(Path file, Findings findings) {
    Matcher form = FORM.matcher(FolderListing.name(file));
    if (!form.matches()) {
      findings.warning(
          file,
          "not a name of the layout, ignored",
          "masks are like lh.streams_challenge_space.npy, mappings like mapping_streams.npy");
    } else if (form.group(3) != null) {
      classes.add(form.group(3));
    } else {
      Hemisphere hemisphere = Hemisphere.of(form.group(1));
      present.add(hemisphere);
      if (!form.group(2).equals("all-vertices")) {
        classes.add(form.group(2));
        byHemisphere.computeIfAbsent(hemisphere, h -> new TreeSet<>()).add(form.group(2));
      }
    }
  }

  boolean isEmpty() {
    return present.isEmpty();
  }

  /** Whether there is any mask of this hemisphere. */
  boolean has(Hemisphere hemisphere) {
    return present.contains(hemisphere);
  }

  /** ROI classes that this hemisphere has any mask of. */
  Set<String> classes(Hemisphere hemisphere) {
    return byHemisphere.getOrDefault(hemisphere, Set.of());
  }

  /** ROI name by id, by class; a class whose mapping is unusable is left out. */
  Map<String, Map<Integer, String>> names(ParticipantFolder folder, Findings findings) {
    Map<String, Map<Integer, String>> names = new TreeMap<>();
    for (String roiClass : classes) {
      Path file = folder.mapping(roiClass);
      boolean there = Files.exists(file);
      findings
          .attempt(() -> there ? RoiNames.read(file) : RoiNames.published(file, roiClass))
          .ifPresent(found -> names.put(roiClass, found));
      if (!there && names.containsKey(roiClass)) {
        findings.warning(file, "the file is missing", "the published ROI names are assumed");
      }
    }
    return names;
  }
}
