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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state dict that has exactly the tensors of an architecture up to its head. The head, which
 * makes classes of features, may be another or be missing; tensors beside the network are passed
 * over.
 */
final class CheckedWeights implements ParameterSource {
  /** Names in DenseNet's published files, from when modules could have dots in theirs. */
  private static final Pattern OLD_DENSE =
      Pattern.compile("(.*denselayer\\d+\\.(?:norm|relu|conv))\\.([12]\\..*)");

  /** Counts that a profiler leaves behind. */
  private static final Pattern PROFILED = Pattern.compile("(.*\\.)?total_(ops|params)");

  private static final String MNASNET_STEM = "layers.0.weight";

  private static final int LISTED = 5;

  private final StateDict stored;
  private final WeightPlace place;
  private final String headModule;
  private final Map<String, String> storedName = new LinkedHashMap<>();
  private final Map<String, Parameter> wanted = new LinkedHashMap<>();
  private final Set<String> beside = new LinkedHashSet<>();
  private final Variant variant;
  private final boolean headKnown;
  private final String what;

  private CheckedWeights(
      Architecture architecture, StateDict stored, WeightPlace place, boolean published) {
    this.stored = stored;
    this.place = place;
    this.headModule = architecture.headModule();
    this.what = stored.source() + ": as weights of " + architecture.name() + " it ";
    for (String key : stored.keys()) {
      if (key.startsWith(place.prefix())) {
        storedName.put(today(place.own(key)), key);
      } else {
        beside.add(key);
      }
    }
    this.variant = new Variant(classes(architecture.head()), published);
    architecture.parameters(variant).forEach(p -> wanted.put(p.key(), p));
    this.headKnown =
        storedName.keySet().stream().filter(this::isHead).allMatch(wanted::containsKey)
            && wanted.values().stream().filter(p -> isHead(p.key())).allMatch(this::fitsOrLacks);
  }

  /**
   * The tensors of a state dict as weights of an architecture, whether they fit or not.
   *
   * @param place of the architecture's own names in the names that are stored
   * @param published whether they are torchvision's own
   */
  static CheckedWeights of(
      Architecture architecture, StateDict stored, WeightPlace place, boolean published) {
    return new CheckedWeights(architecture, stored, place, published);
  }

  private static String today(String key) {
    Matcher old = OLD_DENSE.matcher(key);
    return old.matches() ? old.group(1) + old.group(2) : key;
  }

  /** Classes that a state dict tells apart; ImageNet's if that is not to be seen. */
  private int classes(String head) {
    String name = storedName.get(head);
    boolean known = name != null && stored.shape(name).rank() == 2;
    long classes = known ? stored.shape(Objects.requireNonNull(name)).extent(0) : 0;
    return classes >= 1 && classes <= 1_000_000 ? (int) classes : Architecture.IMAGENET_CLASSES;
  }

  private boolean isHead(String key) {
    return key.startsWith(headModule + ".");
  }

  private boolean fitsOrLacks(Parameter parameter) {
    return !storedName.containsKey(parameter.key()) || hasShape(parameter);
  }

  /** Tensors up to the head that are missing, unknown or of other extents. */
  int misfits() {
    long misshapen = wanted.values().stream().filter(this::isNeeded).filter(this::isOther).count();
    return missing().size() + unknown().size() + (int) misshapen;
  }

  private boolean isNeeded(Parameter parameter) {
    return parameter.used() && !isHead(parameter.key());
  }

  private boolean isOther(Parameter parameter) {
    return storedName.containsKey(parameter.key()) && !hasShape(parameter);
  }

  /**
   * Checks names and extents of all tensors up to the head.
   *
   * @throws InputException naming tensors that are missing, unknown or of other extents
   */
  CheckedWeights require() {
    requireNames();
    wanted.values().stream().filter(this::isNeeded).forEach(this::requireShape);
    wanted.values().stream().filter(p -> p.used() && has(p.key())).forEach(this::requireReal);
    return this;
  }

  private void requireNames() {
    List<String> missing = missing();
    Set<String> unknown = unknown();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      String layout = missing.isEmpty() ? "" : OtherLayout.hint(stored.keys());
      throw new InputException(what + String.join(" and ", problems(missing, unknown)) + layout);
    }
  }

  private List<String> missing() {
    return wanted.values().stream()
        .filter(this::isNeeded)
        .map(Parameter::key)
        .filter(k -> !storedName.containsKey(k))
        .toList();
  }

  /** Within the modules up to the head; elsewhere tensors do not change what these compute. */
  private Set<String> unknown() {
    Set<String> modules = new TreeSet<>();
    wanted.values().stream().filter(this::isNeeded).forEach(p -> modules.add(module(p.key())));
    Set<String> unknown = new TreeSet<>();
    for (String key : storedName.keySet()) {
      if (modules.contains(module(key)) && !wanted.containsKey(key) && !isProfile(key)) {
        unknown.add(key);
      }
    }
    return unknown;
  }

  private static boolean isProfile(String key) {
    return PROFILED.matcher(key).matches();
  }

  private static String module(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
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

  static String some(List<String> keys) {
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
                  .formatted(name, stored.shape(name), parameter.shape(), hint(parameter.key())));
    }
  }

  private void requireReal(Parameter parameter) {
    String name = Objects.requireNonNull(storedName.get(parameter.key()));
    if (!stored.isReal(name)) {
      throw new InputException(
          what
              + "has %s numbers in '%s'; float32, float16, bfloat16 or float64 are needed%s"
                  .formatted(
                      stored.type(name),
                      name,
                      stored.type(name).contains("int")
                          ? ": quantised weights are not read, save those of the float model"
                          : ""));
    }
  }

  /** torchvision builds another stem for such files; its channels tell them. */
  private String hint(String key) {
    String name = Objects.requireNonNull(storedName.get(key));
    boolean firstVersion =
        wanted.containsKey(MNASNET_STEM)
            && key.equals(MNASNET_STEM)
            && stored.shape(name).rank() > 0
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

  StateDict stored() {
    return stored;
  }

  WeightPlace place() {
    return place;
  }

  Variant variant() {
    return variant;
  }

  /** Parameters that it has the numbers of. */
  List<Parameter> parameters() {
    return wanted.values().stream().filter(p -> !p.used() || has(p.key())).toList();
  }

  /** Whether every tensor of the head is there and nothing else in its place. */
  boolean hasHead() {
    return missingHead().isEmpty();
  }

  /** Tensors of the head that are missing or not known to be the architecture's. */
  List<String> missingHead() {
    return wanted.values().stream()
        .filter(Parameter::used)
        .map(Parameter::key)
        .filter(k -> isHead(k) && !has(k))
        .toList();
  }

  /** Tensors of the set that are not read. */
  List<String> passedOver() {
    List<String> others = new ArrayList<>(beside);
    storedName.forEach(
        (key, name) -> {
          if (!wanted.containsKey(key) || isHead(key) && !has(key)) {
            others.add(name);
          }
        });
    return others;
  }

  /** Whether names are those of torchvision's first DenseNets. */
  boolean hasOldNames() {
    return storedName.entrySet().stream()
        .anyMatch(
            e -> !place.own(e.getValue()).equals(e.getKey()) && wanted.containsKey(e.getKey()));
  }

  /** How many tensors are of each type other than float32. */
  Map<String, Integer> converted() {
    Map<String, Integer> types = new LinkedHashMap<>();
    for (Parameter parameter : wanted.values()) {
      if (parameter.used() && has(parameter.key())) {
        String type = stored.type(Objects.requireNonNull(storedName.get(parameter.key())));
        types.merge(type, 1, Integer::sum);
      }
    }
    types.remove("float32");
    return types;
  }

  @Override
  public boolean has(String key) {
    return storedName.containsKey(key) && (headKnown || !isHead(key));
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
