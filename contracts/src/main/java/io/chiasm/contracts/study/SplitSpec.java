package io.chiasm.contracts.study;

import java.util.List;

/**
 * How feature maps are split at the vertical midline.
 *
 * @param at where the split is made
 * @param midline what becomes of the middle column of an odd width
 * @param controls further splits run by the same machinery
 * @param callosa where halves are joined that the architecture keeps apart, each once; empty unless
 *     the split is there
 */
public record SplitSpec(At at, Midline midline, List<Control> controls, List<Callosum> callosa) {
  /** What a study without a {@code split} gets: feature maps cut, midline excluded, no controls. */
  public static final SplitSpec DEFAULT = new SplitSpec(At.FEATURES, Midline.EXCLUDE, List.of());

  public SplitSpec {
    controls = List.copyOf(controls);
    callosa = List.copyOf(callosa);
    if (callosa.isEmpty() == (at == At.ARCHITECTURE)) {
      throw new IllegalArgumentException("a callosum belongs to a split in the architecture");
    }
  }

  /** A split that is not in the architecture. */
  public SplitSpec(At at, Midline midline, List<Control> controls) {
    this(at, midline, controls, List.of());
  }

  /** Name of the study's own split in messages and tables; the first of several. */
  public String label() {
    return labels().get(0);
  }

  /**
   * Names of the study's own splits in messages and tables: {@code features}, {@code image}, {@code
   * joint}, {@code architecture}, or, of several callosa, {@code architecture-CALLOSUM} each.
   */
  public List<String> labels() {
    return callosa.size() < 2
        ? List.of(at.label())
        : callosa.stream().map(callosum -> at.label() + "-" + callosum.label()).toList();
  }

  /** Where the split is made. */
  public enum At implements Labelled {
    FEATURES,
    IMAGE,
    JOINT,
    /** Each hemifield runs by itself up to a layer. */
    ARCHITECTURE
  }

  /** What becomes of the middle column of an odd width. */
  public enum Midline implements Labelled {
    /** In neither half. */
    EXCLUDE,
    /** In both halves. */
    SHARE
  }

  /** Control splits. */
  public enum Control implements Labelled {
    UPPER_LOWER,
    RANDOM,
    CHANNELS,
    MIRRORED
  }
}
