package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.SemanticSpec;
import java.util.List;

/** The value of {@code semantic}: a file, or a section of NSD's and COCO's files. */
final class SemanticReader {
  static final List<String> KEYS = List.of("nsd", "coco");

  private static final int MOST_FILES = 16;
  private static final String POSSIBLE =
      "none, an existing file, or a section such as {nsd: nsd_stim_info_merged.csv, coco:"
          + " [instances_train2017.json, instances_val2017.json]}";
  private static final String STIMULI = "an existing file such as nsd_stim_info_merged.csv";
  private static final String ANNOTATIONS =
      "a list of existing files such as" + " [instances_train2017.json, instances_val2017.json]";

  private final Locations locations;

  SemanticReader(Locations locations) {
    this.locations = locations;
  }

  SemanticSpec read(Value value) {
    if (!value.isSection()) {
      return new SemanticSpec.CategoryFile(locations.file(value, POSSIBLE));
    }
    Section section = value.section(KEYS);
    return new SemanticSpec.CroppedCoco(
        locations.file(section.required("nsd", STIMULI), STIMULI),
        section.required("coco", ANNOTATIONS).items(MOST_FILES, ANNOTATIONS).stream()
            .map(file -> locations.file(file, ANNOTATIONS))
            .toList());
  }
}
