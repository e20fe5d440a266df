package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import java.util.ArrayList;
import java.util.List;

/** The section {@code dataset}. */
final class DatasetReader {
  static final List<String> KEYS = List.of("algonauts", "participants", "stimuli", "noise_ceiling");

  private static final String FOLDER = "a folder of subj01 …, or s3://bucket/prefix";
  private static final String PARTICIPANTS = "all, or a list such as [subj01, subj02]";
  private static final String CEILING = "none, or an existing file or folder, or s3://bucket/key";
  private static final int MOST_PARTICIPANTS = 1000;

  private final Locations locations;

  DatasetReader(Locations locations) {
    this.locations = locations;
  }

  DatasetSpec read(Value value) {
    Section section = value.section(KEYS);
    return new DatasetSpec(
        locations.folder(section.required("algonauts", FOLDER), FOLDER).toString(),
        section.value("participants").map(DatasetReader::participants).orElse(List.of()),
        section
            .value("stimuli")
            .map(v -> v.choice(StimulusSelection.class))
            .orElse(StimulusSelection.SHARED),
        section.value("noise_ceiling").map(this::noiseCeiling).orElse(""));
  }

  private static List<String> participants(Value value) {
    if (value.is("all")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Value item : value.items(MOST_PARTICIPANTS, PARTICIPANTS)) {
      String name = item.text(ParticipantId::isName, "a name of letters, digits, '_' or '-'");
      if (names.contains(name)) {
        throw item.place().wrong("found " + Quote.of(name) + " again", "each participant once");
      }
      names.add(name);
    }
    return names;
  }

  private String noiseCeiling(Value value) {
    return value.is("none") ? "" : locations.fileOrFolder(value, CEILING).toString();
  }
}
