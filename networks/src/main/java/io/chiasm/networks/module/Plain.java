package io.chiasm.networks.module;

import io.chiasm.networks.construction.Attributes;
import java.util.List;
import java.util.function.Consumer;

/** Modules without parameters or settings. */
public enum Plain implements NetworkModule {
  /** Mean over all positions, {@code [image, channel, 1, 1]}. */
  GLOBAL_MEAN,
  /** One vector per image. */
  FLATTEN,
  /** What does nothing in evaluation: dropout, and pools that keep every size. */
  NOTHING;

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {}

  @Override
  public String emit(String path, String in, Emission to) {
    return switch (this) {
      case GLOBAL_MEAN -> to.node(path, "GlobalAveragePool", List.of(in));
      case FLATTEN -> to.node(path, "Flatten", List.of(in), Attributes.integer("axis", 1));
      case NOTHING -> in;
    };
  }
}
