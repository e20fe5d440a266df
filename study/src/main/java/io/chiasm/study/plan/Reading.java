package io.chiasm.study.plan;

import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits that one reading of a layer's activations serves.
 *
 * @param variants of the input: one pass, or that of the left and that of the right half
 * @param callosum as the study names it, of the edited networks that run; null for those as they
 *     are
 * @param splits at least one, the study's own first
 */
record Reading(List<InputVariant> variants, @Nullable Callosum callosum, List<NamedSplit> splits) {
  Reading(List<InputVariant> variants, List<NamedSplit> splits) {
    this(variants, null, splits);
  }

  Reading {
    variants = List.copyOf(variants);
    splits = List.copyOf(splits);
  }

  /** All readings of a study, that of its own split first. */
  static List<Reading> of(SplitSpec spec) {
    List<NamedSplit> plain = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    switch (spec.at()) {
      case IMAGE -> readings.add(image());
      case ARCHITECTURE -> readings.addAll(callosal(spec));
      case FEATURES, JOINT -> plain.add(NamedSplit.own(spec));
    }
    spec.controls().stream()
        .filter(control -> control.ofWholeMap())
        .map(SplitName::of)
        .map(NamedSplit::of)
        .forEach(plain::add);
    if (!plain.isEmpty()) {
      readings.add(new Reading(List.of(InputVariant.PLAIN), plain));
    }
    if (spec.controls().contains(SplitSpec.Control.MIRRORED)) {
      readings.add(
          new Reading(List.of(InputVariant.MIRRORED), List.of(NamedSplit.of(SplitName.MIRRORED))));
    }
    if (spec.controls().contains(SplitSpec.Control.IMAGE)) {
      readings.add(image());
    }
    spec.controls()
        .forEach(
            control -> control.callosum().ifPresent(c -> readings.add(apart(c, control.label()))));
    return readings;
  }

  private static Reading image() {
    return new Reading(
        List.of(InputVariant.LEFT_ONLY, InputVariant.RIGHT_ONLY),
        List.of(NamedSplit.of(SplitName.IMAGE)));
  }

  private static Reading apart(Callosum callosum, String label) {
    NamedSplit split = new NamedSplit(SplitName.ARCHITECTURE, label);
    return new Reading(List.of(InputVariant.PLAIN), callosum, List.of(split));
  }

  private static List<Reading> callosal(SplitSpec spec) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < spec.callosa().size(); i++) {
      readings.add(apart(spec.callosa().get(i), spec.labels().get(i)));
    }
    return readings;
  }

  /** The passes that a layer needs; none if the edited network cannot have it. */
  List<Pass> passes(Material.Network network, String tensor) {
    if (callosum == null) {
      return variants.stream().map(Pass::of).toList();
    }
    return network.callosal(callosum, tensor).stream()
        .map(layer -> new Pass(InputVariant.PLAIN, layer))
        .toList();
  }
}
