package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.At;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The section {@code split}. */
final class SplitReader {
  static final List<String> KEYS = List.of("at", "midline", "controls");

  private static final String CONTROLS =
      Arrays.stream(Control.values())
          .map(Control::label)
          .collect(Collectors.joining(", ", "a list of ", ""));

  private SplitReader() {}

  static SplitSpec read(Value value) {
    Section section = value.section(KEYS);
    SplitSpec defaults = SplitSpec.DEFAULT;
    return new SplitSpec(
        section.value("at").map(v -> v.choice(At.class)).orElse(defaults.at()),
        section.value("midline").map(v -> v.choice(Midline.class)).orElse(defaults.midline()),
        section.value("controls").map(SplitReader::controls).orElse(defaults.controls()));
  }

  private static List<Control> controls(Value value) {
    List<Control> controls = new ArrayList<>();
    for (Value item : value.itemsOrNone(Control.values().length, CONTROLS)) {
      Control control = item.choice(Control.class);
      if (controls.contains(control)) {
        throw item.place().wrong("found '" + control.label() + "' again", "each control once");
      }
      controls.add(control);
    }
    return controls;
  }
}
