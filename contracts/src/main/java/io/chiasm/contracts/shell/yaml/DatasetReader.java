package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The section {@code dataset}. */
final class DatasetReader {
  static final List<String> KEYS = List.of("algonauts", "participants", "stimuli", "noise_ceiling");

  private static final String FOLDER = "a folder of subj01 …, or s3://bucket/prefix";
  private static final String PARTICIPANTS = "all, or a list such as [subj01, subj02]";
  private static final String CEILING = "none, or an existing file or folder";
  private static final int MOST_PARTICIPANTS = 1000;
  private static final Pattern S3 =
      Pattern.compile(
          "s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]" + "(/(?!\\.\\.?(/|$))[A-Za-z0-9._=-]+)*/?");

  private final Locations locations;

  DatasetReader(Locations locations) {
    this.locations = locations;
  }

  DatasetSpec read(Value value) {
    Section section = value.section(KEYS);
    return new DatasetSpec(
        algonauts(section.required("algonauts", FOLDER)),
        section.value("participants").map(DatasetReader::participants).orElse(List.of()),
        section
            .value("stimuli")
            .map(v -> v.choice(StimulusSelection.class))
            .orElse(StimulusSelection.SHARED),
        section.value("noise_ceiling").map(this::noiseCeiling).orElse(""));
  }

  private String algonauts(Value value) {
    String text = value.text(FOLDER);
    if (!text.startsWith("s3:")) {
      return locations.folder(value, FOLDER).toString();
    }
    if (!S3.matcher(text).matches()) {
      throw value.not(FOLDER);
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
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
