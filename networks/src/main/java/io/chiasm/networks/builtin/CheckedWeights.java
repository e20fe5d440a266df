package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.Names;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architecture.Variant;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.ParameterSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state dict that has exactly the tensors of an architecture. */
final class CheckedWeights implements ParameterSource {
  /** Names in DenseNet's published files, from when modules could have dots in theirs. */
  private static final Pattern OLD_DENSE =
      Pattern.compile("(.*denselayer\\d+\\.(?:norm|relu|conv))\\.([12]\\..*)");

  private static final String MNASNET_STEM = "layers.0.weight";

  private static final int LISTED = 5;

  private final StateDict stored;
  private final Map<String, String> storedName = new LinkedHashMap<>();
  private final Map<String, Parameter> wanted = new LinkedHashMap<>();
  private final String what;

  private CheckedWeights(Architecture architecture, StateDict stored, Variant variant) {
    this.stored = stored;
    this.what = stored.source() + ": as weights of " + architecture.name() + " it ";
    for (String key : stored.keys()) {
      Matcher old = OLD_DENSE.matcher(key);
      storedName.put(old.matches() ? old.group(1) + old.group(2) : key, key);
    }
    architecture.parameters(variant).forEach(p -> wanted.put(p.key(), p));
  }

  /**
   * Checks names and extents of all tensors.
   *
   * @throws InputException naming tensors that are missing, unknown or of other extents
   */
  static CheckedWeights of(Architecture architecture, StateDict stored, boolean published) {
    CheckedWeights weights =
        new CheckedWeights(
            architecture, stored, new Variant(classes(architecture, stored), published));
    weights.requireNames();
    weights.wanted.values().forEach(weights::requireShape);
    return weights;
  }

  /** Classes that a state dict tells apart; ImageNet's if that is not to be seen. */
  static int classes(Architecture architecture, StateDict stored) {
    String head = architecture.head();
    boolean known = stored.keys().contains(head) && stored.shape(head).rank() == 2;
    long classes = known ? stored.shape(head).extent(0) : 0;
    return classes >= 1 && classes <= 1_000_000 ? (int) classes : Architecture.IMAGENET_CLASSES;
  }

  /** Whether a state dict has exactly the tensors of an architecture. */
  static boolean fits(Architecture architecture, StateDict stored) {
    Variant variant = new Variant(classes(architecture, stored), false);
    CheckedWeights weights = new CheckedWeights(architecture, stored, variant);
    return weights.missing().isEmpty()
        && weights.unknown().isEmpty()
        && weights.wanted.values().stream().allMatch(weights::hasShape);
  }

  private void requireNames() {
    List<String> missing = missing();
    Set<String> unknown = unknown();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new InputException(what + String.join(" and ", problems(missing, unknown)));
    }
  }

  private List<String> missing() {
    return wanted.values().stream()
        .filter(Parameter::used)
        .map(Parameter::key)
        .filter(k -> !storedName.containsKey(k))
        .toList();
  }

  private Set<String> unknown() {
    Set<String> unknown = new TreeSet<>(storedName.keySet());
    unknown.removeAll(wanted.keySet());
    return unknown;
  }

  private List<String> problems(List<String> missing, Set<String> unknown) {
    List<String> problems = new ArrayList<>();
    if (!missing.isEmpty()) {
      problems.add("lacks " + some(missing));
    }
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      String nearest = Names.nearest(first, List.copyOf(wanted.keySet()));
      problems.add("has unknown " + some(List.copyOf(unknown)) + " (nearest: " + nearest + ")");
    }
    return problems;
  }

  private static String some(List<String> keys) {
    String first = String.join(", ", keys.subList(0, Math.min(LISTED, keys.size())));
    String quoted = "'" + first.replace(", ", "', '") + "'";
    return keys.size() <= LISTED ? quoted : quoted + " and " + (keys.size() - LISTED) + " more";
  }

  private void requireShape(Parameter parameter) {
    if (!hasShape(parameter)) {
      String name = Objects.requireNonNull(storedName.get(parameter.key()));
      throw new InputException(
          what
              + "has '%s' of extents %s; needed are %s%s"
                  .formatted(name, stored.shape(name), parameter.shape(), hint(name)));
    }
  }

  /** torchvision builds another stem for such files; its channels tell them. */
  private String hint(String name) {
    boolean firstVersion =
        wanted.containsKey(MNASNET_STEM)
            && name.equals(MNASNET_STEM)
            && stored.shape(name).extent(0) == 32;
    return firstVersion
        ? "; it was trained with torchvision's first MNASNet, whose stem is not scaled by the"
            + " width: open it with torchvision and export it to ONNX"
        : "";
  }

  private boolean hasShape(Parameter parameter) {
    return !parameter.used()
        || stored
            .shape(Objects.requireNonNull(storedName.get(parameter.key())))
            .equals(parameter.shape());
  }

  List<Parameter> parameters() {
    return List.copyOf(wanted.values());
  }

  /**
   * The numbers of one parameter.
   *
   * @throws InputException if one is not finite, or a variance is negative
   */
  @Override
  public FloatTensor read(String key) {
    FloatTensor tensor = stored.read(Objects.requireNonNull(storedName.get(key), key));
    boolean variance =
        Objects.requireNonNull(wanted.get(key), key).role() == Parameter.Role.RUNNING_VARIANCE;
    for (float value : tensor.values()) {
      if (!Float.isFinite(value) || variance && value < 0) {
        throw new InputException(
            what
                + "has the number %s in '%s'; %s numbers are needed"
                    .formatted(value, key, variance ? "positive" : "finite"));
      }
    }
    return tensor;
  }
}
