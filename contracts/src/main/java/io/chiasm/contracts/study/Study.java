package io.chiasm.contracts.study;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A study file with every default filled in and every path made absolute.
 *
 * @param name 1 to 64 lower-case letters, digits, {@code . _ -}, first and last a letter or digit;
 *     names the results folder
 * @param networks at least one, names unique (upper and lower case counted as equal, since names
 *     become folders)
 * @param activations the numbers that activations are stored in
 * @param semantic where categories come from, if the study has a semantic model
 * @param surface folder of cortical surfaces, if maps are wanted
 * @param vertex whose predictions are shown; null for the one that is predicted best
 */
public record Study(
    String name,
    DatasetSpec dataset,
    List<NetworkSpec> networks,
    Preprocessing preprocessing,
    ActivationType activations,
    SplitSpec split,
    EncodingSpec encoding,
    ValidationSpec validation,
    @Nullable SemanticSpec semantic,
    @Nullable Path surface,
    @Nullable VertexSpec vertex) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

  public Study {
    networks = List.copyOf(networks);
    if (!isName(name)) {
      throw new IllegalArgumentException("not a study name: '" + name + "'");
    }
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("a study needs at least one network");
    }
    Set<String> names = new HashSet<>();
    for (NetworkSpec network : networks) {
      if (!names.add(network.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two networks are named '" + network.name() + "'");
      }
    }
  }

  /** A study whose activations are stored as float32. */
  public Study(
      String name,
      DatasetSpec dataset,
      List<NetworkSpec> networks,
      Preprocessing preprocessing,
      SplitSpec split,
      EncodingSpec encoding,
      ValidationSpec validation,
      @Nullable SemanticSpec semantic,
      @Nullable Path surface,
      @Nullable VertexSpec vertex) {
    this(
        name,
        dataset,
        networks,
        preprocessing,
        ActivationType.FLOAT32,
        split,
        encoding,
        validation,
        semantic,
        surface,
        vertex);
  }

  /** The same study of other networks. */
  public Study of(List<NetworkSpec> others) {
    return new Study(
        name,
        dataset,
        others,
        preprocessing,
        activations,
        split,
        encoding,
        validation,
        semantic,
        surface,
        vertex);
  }

  /** Whether a study may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
