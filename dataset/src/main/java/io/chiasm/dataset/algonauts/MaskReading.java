package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.dataset.roi.RoiMask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads the ROI masks of one hemisphere and compares their two spaces. */
final class MaskReading {
  /** Vertices of fsaverage (FreeSurfer's seventh subdivision) per hemisphere. */
  static final int FSAVERAGE = 163_842;

  private final ParticipantFolder folder;
  private final Hemisphere hemisphere;
  private final int vertices;
  private final Findings findings;

  MaskReading(ParticipantFolder folder, Hemisphere hemisphere, int vertices, Findings findings) {
    this.folder = folder;
    this.hemisphere = hemisphere;
    this.vertices = vertices;
    this.findings = findings;
  }

  /** {@code [vertex]} numbers on fsaverage, ascending; empty if the file is unusable. */
  int[] fsaverage() {
    Path file = folder.allVertices(hemisphere);
    if (!Files.exists(file)) {
      findings.error(
          file, "the file is missing", "it says where the responses' vertices lie on fsaverage");
      return new int[0];
    }
    Optional<int[]> mask = findings.attempt(() -> fsaverageMask(file));
    int[] numbers =
        mask.map(m -> IntStream.range(0, m.length).filter(v -> m[v] != 0).toArray())
            .orElse(new int[0]);
    if (mask.isPresent() && numbers.length != vertices) {
      findings.error(
          file,
          numbers.length + " vertices are not 0",
          vertices + ", one for every vertex of the responses");
      return new int[0];
    }
    return numbers;
  }

  /** The masks of these classes, in challenge space; unusable ones are left out. */
  List<RoiMask> masks(Set<String> classes, Map<String, Map<Integer, String>> names, int[] places) {
    List<RoiMask> masks = new ArrayList<>();
    for (String roiClass : classes) {
      mask(roiClass, names.getOrDefault(roiClass, Map.of()), places).ifPresent(masks::add);
    }
    return masks;
  }

  private Optional<RoiMask> mask(String roiClass, Map<Integer, String> names, int[] places) {
    Path file = folder.challengeMask(hemisphere, roiClass);
    if (!Files.exists(file)) {
      findings.error(
          file, "the file is missing", "the class has a mask in fsaverage space, so in both");
      return Optional.empty();
    }
    Optional<int[]> ids =
        findings
            .attempt(() -> IntegerMask.read(file, vertices, "vertex of the responses"))
            .filter(read -> !names.isEmpty() && allKnown(file, read, names));
    ids.ifPresent(read -> noteEmpty(file, read, names));
    ids.ifPresent(read -> compareSpaces(roiClass, read, places));
    return ids.map(read -> new RoiMask(roiClass, names, read));
  }

  private int[] fsaverageMask(Path file) {
    return IntegerMask.read(file, FSAVERAGE, "vertex of fsaverage");
  }

  private boolean allKnown(Path file, int[] ids, Map<Integer, String> names) {
    Set<Integer> unknown = new TreeSet<>();
    Arrays.stream(ids).filter(id -> id != 0 && !names.containsKey(id)).forEach(unknown::add);
    if (!unknown.isEmpty()) {
      findings.error(
          file,
          "unknown ROI ids " + Findings.some(List.copyOf(unknown)),
          "0 for none, or an id of the mapping: " + names);
    }
    return unknown.isEmpty();
  }

  private void noteEmpty(Path file, int[] ids, Map<Integer, String> names) {
    List<String> empty =
        names.entrySet().stream()
            .filter(roi -> Arrays.stream(ids).noneMatch(id -> id == roi.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (!empty.isEmpty()) {
      findings.note(file, "ROIs without a vertex: " + String.join(", ", empty));
    }
  }

  /** The published challenge mask is the fsaverage mask at the places of all vertices. */
  private void compareSpaces(String roiClass, int[] ids, int[] places) {
    Path file = folder.fsaverageMask(hemisphere, roiClass);
    if (!Files.exists(file)) {
      findings.warning(
          file, "the file is missing", "the mask in challenge space is used without this check");
      return;
    }
    if (places.length == 0) {
      return;
    }
    findings.attempt(() -> fsaverageMask(file)).ifPresent(wide -> compare(file, ids, places, wide));
  }

  private void compare(Path file, int[] ids, int[] places, int[] wide) {
    int[] differing =
        IntStream.range(0, ids.length).filter(v -> wide[places[v]] != ids[v]).toArray();
    long inside = Arrays.stream(ids).filter(id -> id != 0).count();
    long all = Arrays.stream(wide).filter(id -> id != 0).count();
    if (differing.length > 0) {
      int v = differing[0];
      findings.error(
          file,
          String.format(
              Locale.ROOT,
              "%d vertices differ from challenge space (%d vertices in ROIs here, %d there); the"
                  + " first, vertex %d, has id %d here and %d there",
              differing.length,
              all,
              inside,
              v,
              wide[places[v]],
              ids[v]),
          "both files describe the same vertices");
    } else if (all != inside) {
      findings.warning(
          file,
          (all - inside) + " vertices in ROIs have no responses",
          "they are left out, as in challenge space");
    }
  }
}
