package io.chiasm.contracts.study;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A study file with every default filled in and every path made absolute.
 *
 * @param name lower-case letters, digits, {@code . _ -}; names the results folder
 * @param networks at least one, names unique
 * @param semantic categories file, if the study has a semantic model
 * @param surface folder of cortical surfaces, if maps are wanted
 */
public record Study(
    String name,
    DatasetSpec dataset,
    List<NetworkSpec> networks,
    Preprocessing preprocessing,
    SplitSpec split,
    EncodingSpec encoding,
    ValidationSpec validation,
    @Nullable Path semantic,
    @Nullable Path surface) {
  public Study {
    networks = List.copyOf(networks);
  }
}
