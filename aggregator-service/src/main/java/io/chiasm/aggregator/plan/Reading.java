package io.chiasm.aggregator.plan;

import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits that one reading of a layer's activations serves.
 *
 * @param variants of the input: one pass, or that of the left and that of the right half
 * @param splits at least one, the study's own first
 */
record Reading(List<InputVariant> variants, List<SplitName> splits) {
  Reading {
    variants = List.copyOf(variants);
    splits = List.copyOf(splits);
  }

  /** All readings of a study, that of its own split first. */
  static List<Reading> of(SplitSpec spec) {
    List<SplitName> plain = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    if (spec.at() == SplitSpec.At.IMAGE) {
      readings.add(
          new Reading(
              List.of(InputVariant.LEFT_ONLY, InputVariant.RIGHT_ONLY), List.of(SplitName.IMAGE)));
    } else {
      plain.add(SplitName.of(spec.at()));
    }
    spec.controls().stream()
        .map(SplitName::of)
        .filter(control -> control != SplitName.MIRRORED)
        .forEach(plain::add);
    if (!plain.isEmpty()) {
      readings.add(new Reading(List.of(InputVariant.PLAIN), plain));
    }
    if (spec.controls().contains(SplitSpec.Control.MIRRORED)) {
      readings.add(new Reading(List.of(InputVariant.MIRRORED), List.of(SplitName.MIRRORED)));
    }
    return readings;
  }

  /** Every pass that some reading needs, each once. */
  static List<InputVariant> passes(List<Reading> readings) {
    return readings.stream().flatMap(r -> r.variants().stream()).distinct().toList();
  }
}
