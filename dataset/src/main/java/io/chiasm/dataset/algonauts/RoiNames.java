package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.NpyLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of the ROIs of a class by their ids in the masks, from {@code mapping_*.npy}. */
final class RoiNames {
  /** The published mappings have 400 bytes. */
  private static final NpyLimits LIMITS = NpyLimits.ofData(1 << 16);

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,64}");
  private static final String RIGHT = "a dict from int to str as numpy.save writes it";

  /** Ids of the published mappings, for data sets that came without the files. */
  private static final Map<String, List<String>> PUBLISHED =
      Map.of(
          "prf-visualrois", List.of("V1v", "V1d", "V2v", "V2d", "V3v", "V3d", "hV4"),
          "floc-bodies", List.of("EBA", "FBA-1", "FBA-2", "mTL-bodies"),
          "floc-faces", List.of("OFA", "FFA-1", "FFA-2", "mTL-faces", "aTL-faces"),
          "floc-places", List.of("OPA", "PPA", "RSC"),
          "floc-words", List.of("OWFA", "VWFA-1", "VWFA-2", "mfs-words", "mTL-words"),
          "streams",
              List.of(
                  "early",
                  "midventral",
                  "midlateral",
                  "midparietal",
                  "ventral",
                  "lateral",
                  "parietal"));

  private RoiNames() {}

  /** ROI name by id, ascending, without id 0. */
  static Map<Integer, String> read(Path file) {
    byte[] pickle = ArrayFile.pickle(file, LIMITS, RIGHT);
    try {
      Map<Integer, String> names = new TreeMap<>(MappingPickle.read(pickle));
      names.remove(0);
      checkNames(names);
      return names;
    } catch (IllegalArgumentException e) {
      throw new DefectException(file, String.valueOf(e.getMessage()), RIGHT);
    }
  }

  /** The published names of this class. */
  static Map<Integer, String> published(Path missing, String roiClass) {
    List<String> names = PUBLISHED.get(roiClass);
    if (names == null) {
      throw new DefectException(
          missing, "the file is missing", "it names the ROI ids of " + roiClass);
    }
    Map<Integer, String> byId = new TreeMap<>();
    names.forEach(name -> byId.put(byId.size() + 1, name));
    return byId;
  }

  private static void checkNames(Map<Integer, String> names) {
    Set<String> seen = new HashSet<>();
    List<String> bad = new ArrayList<>();
    for (String name : names.values()) {
      if (!NAME.matcher(name).matches() || name.isBlank() || !seen.add(name)) {
        bad.add("'" + name + "'");
      }
    }
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException("empty, overlong or repeated ROI names " + bad);
    }
  }
}
