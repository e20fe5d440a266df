package io.chiasm.contracts.study;

import io.chiasm.contracts.study.Callosum.Gates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    if (controls.stream().anyMatch(control -> control.repeats(at))) {
      throw new IllegalArgumentException("a control is the study's own split");
    }
    if (callosa.stream().map(Callosum::gates).distinct().count() > 1) {
      throw new IllegalArgumentException("a study's callosa have the same gates");
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
   * joint}, {@code architecture}, or, of several callosa, {@code architecture-CALLOSUM} each; with
   * shared gates {@code shared-gates} in the place of {@code architecture}.
   */
  public List<String> labels() {
    return callosa.size() < 2
        ? List.of(name())
        : callosa.stream().map(callosum -> name() + "-" + callosum.label()).toList();
  }

  private String name() {
    return gates() == Gates.SHARED ? SplitName.SHARED_GATES : at.label();
  }

  /** What the gates before a callosum average over. */
  public Gates gates() {
    return callosa.stream().map(Callosum::gates).findFirst().orElse(Gates.OWN);
  }

  /** Splits in the architecture by their names in tables: the study's own, then controls. */
  public Map<String, Callosum> apart() {
    Map<String, Callosum> apart = new LinkedHashMap<>();
    for (int i = 0; i < callosa.size(); i++) {
      apart.put(labels().get(i), callosa.get(i));
    }
    controls.forEach(
        control -> control.callosum().ifPresent(where -> apart.put(control.label(), where)));
    return apart;
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

  /** Further splits by the same machinery. */
  public enum Control implements Labelled {
    UPPER_LOWER,
    RANDOM,
    CHANNELS,
    MIRRORED,
    /** One half of the image is filled with its mean colour. */
    IMAGE,
    /** Each hemifield runs by itself to the end. */
    ARCHITECTURE,
    /** The same, but for gates, which average over both. */
    SHARED_GATES;

    /** Where halves are joined that run through copies of the network; empty if none do. */
    public Optional<Callosum> callosum() {
      return switch (this) {
        case ARCHITECTURE -> Optional.of(new Callosum(null, Gates.OWN));
        case SHARED_GATES -> Optional.of(new Callosum(null, Gates.SHARED));
        case UPPER_LOWER, RANDOM, CHANNELS, MIRRORED, IMAGE -> Optional.empty();
      };
    }

    /** Whether it splits the same maps as a split of the features. */
    public boolean ofWholeMap() {
      return switch (this) {
        case UPPER_LOWER, RANDOM, CHANNELS -> true;
        case MIRRORED, IMAGE, ARCHITECTURE, SHARED_GATES -> false;
      };
    }

    /** Whether a study that is split there has this split as its own. */
    public boolean repeats(At at) {
      return (this == IMAGE && at == At.IMAGE) || (callosum().isPresent() && at == At.ARCHITECTURE);
    }
  }
}
