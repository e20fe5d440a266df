package io.chiasm.study.plan;

import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;

/**
 * A split as a study's tables name it.
 *
 * @param label of the split itself, but for one of several callosa
 */
record NamedSplit(SplitName name, String label) {
  static NamedSplit of(SplitName name) {
    return new NamedSplit(name, name.label());
  }

  /** The study's own; the first of several callosa. */
  static NamedSplit own(SplitSpec spec) {
    return new NamedSplit(SplitName.of(spec.at()), spec.label());
  }
}
