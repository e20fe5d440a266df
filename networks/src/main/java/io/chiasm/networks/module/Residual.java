package io.chiasm.networks.module;

import java.util.List;
import java.util.function.Consumer;

/**
 * A body whose input is added to its result where both have the same extents.
 *
 * @param name attribute of torch's module that holds the body
 * @param added whether the input is added
 */
public record Residual(String name, NetworkModule body, boolean added) implements NetworkModule {
  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    body.declare(ModulePath.join(path, name), parameters);
  }

  @Override
  public String emit(String path, String in, Emission to) {
    String result = body.emit(ModulePath.join(path, name), in, to);
    return added ? to.node(path, "Add", List.of(result, in)) : to.named(path, result);
  }
}
