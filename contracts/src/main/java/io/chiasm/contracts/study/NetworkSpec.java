package io.chiasm.contracts.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One network of a study: an architecture with one set of weights.
 *
 * @param name unique within the study, 1 to 64 letters, digits, {@code . _ -}, first and last a
 *     letter or digit; several seeds of one entry are several networks
 * @param source graph or architecture
 * @param weights which weights it runs with
 * @param normalisation of the input; null means what the file or the weights themselves say
 * @param inputSize of a graph that leaves it open; null means what the file says
 * @param imagenetAcc1 top-1 accuracy in percent, for the report
 * @param layers tensor name by the study's label, in the study's order, early first; empty for the
 *     defaults of the architecture or of the graph
 * @param details what a study of many networks says of it
 */
public record NetworkSpec(
    String name,
    NetworkSource source,
    Weights weights,
    @Nullable Normalisation normalisation,
    @Nullable InputSize inputSize,
    @Nullable Double imagenetAcc1,
    Map<String, String> layers,
    NetworkDetails details) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public NetworkSpec {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a network name: '" + name + "'");
    }
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    for (String label : layers.keySet()) {
      if (!isLabel(label)) {
        throw new IllegalArgumentException("not a layer label: '" + label + "'");
      }
    }
  }

  /** A network that the study needs, of the family that its name tells. */
  public NetworkSpec(
      String name,
      NetworkSource source,
      Weights weights,
      @Nullable Normalisation normalisation,
      @Nullable InputSize inputSize,
      @Nullable Double imagenetAcc1,
      Map<String, String> layers) {
    this(
        name, source, weights, normalisation, inputSize, imagenetAcc1, layers, NetworkDetails.NONE);
  }

  /** A network whose file says how large its images are. */
  public NetworkSpec(
      String name,
      NetworkSource source,
      Weights weights,
      @Nullable Normalisation normalisation,
      @Nullable Double imagenetAcc1,
      Map<String, String> layers) {
    this(name, source, weights, normalisation, null, imagenetAcc1, layers);
  }

  /** The same from another source. */
  public NetworkSpec from(NetworkSource other) {
    return new NetworkSpec(
        name, other, weights, normalisation, inputSize, imagenetAcc1, layers, details);
  }

  /** The same with other layers. */
  public NetworkSpec withLayers(Map<String, String> other) {
    return new NetworkSpec(
        name, source, weights, normalisation, inputSize, imagenetAcc1, other, details);
  }

  /** Whether a network may be called so; names become folders and parts of file names. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether a layer may be labelled so: 1 to 64 letters, digits, {@code _ -}. */
  public static boolean isLabel(String label) {
    return LABEL.matcher(label).matches();
  }
}
