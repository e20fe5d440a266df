package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.Callosum.Gates;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.At;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section {@code split}. */
final class SplitReader {
  static final List<String> KEYS = List.of("at", "callosum", "gates", "midline", "controls");

  private static final String CONTROLS =
      Arrays.stream(Control.values())
          .map(Control::label)
          .collect(Collectors.joining(", ", "a list of ", ""));

  private static final String CALLOSUM =
      "callosum: the last layer that each hemifield computes by itself (a label of the study's"
          + " layers, or a tensor), none, or a list of these";

  /** Each is a study of its own. */
  private static final int MOST_CALLOSA = 100;

  private SplitReader() {}

  static SplitSpec read(Value value) {
    Section section = value.section(KEYS);
    SplitSpec defaults = SplitSpec.DEFAULT;
    At at = section.value("at").map(v -> v.choice(At.class)).orElse(defaults.at());
    return new SplitSpec(
        at,
        section.value("midline").map(v -> v.choice(Midline.class)).orElse(defaults.midline()),
        section.value("controls").map(v -> controls(at, v)).orElse(defaults.controls()),
        callosa(at, section, value));
  }

  private static List<Callosum> callosa(At at, Section section, Value split) {
    Optional<Value> given = section.value("callosum");
    if (at != At.ARCHITECTURE) {
      refuse(given, "callosum");
      refuse(section.value("gates"), "gates");
      return List.of();
    }
    Gates gates = section.value("gates").map(v -> v.choice(Gates.class)).orElse(Gates.OWN);
    Value value =
        given.orElseThrow(
            () -> split.place().wrong("found 'at: architecture' without 'callosum'", CALLOSUM));
    return value.isList() ? callosa(value, gates) : List.of(callosum(value, gates));
  }

  private static void refuse(Optional<Value> given, String key) {
    given.ifPresent(
        value -> {
          throw value.not("no " + key + ", unless 'at: architecture'");
        });
  }

  private static List<Callosum> callosa(Value list, Gates gates) {
    List<Callosum> callosa = new ArrayList<>();
    for (Value item : list.items(MOST_CALLOSA, CALLOSUM)) {
      Callosum callosum = callosum(item, gates);
      if (callosa.contains(callosum)) {
        throw item.place().wrong("found '" + callosum.label() + "' again", "each callosum once");
      }
      callosa.add(callosum);
    }
    return callosa;
  }

  private static Callosum callosum(Value value, Gates gates) {
    return Callosum.of(value.text(CALLOSUM), gates);
  }

  private static List<Control> controls(At at, Value value) {
    List<Control> controls = new ArrayList<>();
    for (Value item : value.itemsOrNone(Control.values().length, CONTROLS)) {
      Control control = item.choice(Control.class);
      if (controls.contains(control)) {
        throw item.place().wrong("found '" + control.label() + "' again", "each control once");
      }
      if (control.repeats(at)) {
        throw item.place()
            .wrong(
                "found '" + control.label() + "' with 'at: " + at.label() + "'",
                "control splits that are not the study's own");
      }
      controls.add(control);
    }
    return controls;
  }
}
