package io.chiasm.contracts.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One network of a study: an architecture with one set of weights.
 *
 * @param name unique within the study; several seeds of one entry are several networks
 * @param source graph or architecture
 * @param weights which weights it runs with
 * @param normalisation of the input; null means the file's own metadata
 * @param imagenetAcc1 top-1 accuracy in percent, for the report
 * @param layers tensor name by the study's label, in the study's order, early first
 */
public record NetworkSpec(
    String name,
    NetworkSource source,
    Weights weights,
    @Nullable Normalisation normalisation,
    @Nullable Double imagenetAcc1,
    Map<String, String> layers) {
  public NetworkSpec {
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
  }
}
