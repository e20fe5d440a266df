package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.VertexSpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key {@code vertex}: a word, or the section that names one. */
final class VertexReader {
  static final List<String> KEYS = List.of("participant", "hemisphere", "index");

  /** The word for the vertex that the full model predicts best. */
  static final String BEST = "best";

  private static final String POSSIBLE =
      "best, or a section such as {participant: subj01, hemisphere: lh, index: 12345}";
  private static final String NAME = "a name of letters, digits, '_' or '-'";
  private static final List<String> SIDES =
      Arrays.stream(Hemisphere.values()).map(Hemisphere::label).toList();

  private VertexReader() {}

  static @Nullable VertexSpec read(Value value) {
    if (value.is(BEST)) {
      return null;
    }
    if (!value.isSection()) {
      throw value.not(POSSIBLE);
    }
    Section section = value.section(KEYS);
    return new VertexSpec(
        new ParticipantId(section.required("participant", NAME).text(ParticipantId::isName, NAME)),
        Hemisphere.of(section.required("hemisphere", String.join(", ", SIDES)).choice(SIDES)),
        (int) section.required("index", "a whole number from 0").wholeNumber(0, Integer.MAX_VALUE));
  }
}
