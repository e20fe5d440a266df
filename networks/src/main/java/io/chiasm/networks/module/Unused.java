package io.chiasm.networks.module;

import java.util.function.Consumer;

/** A part that is registered, and drawn when untrained, but takes no part in evaluation. */
public record Unused(NetworkModule module) implements NetworkModule {
  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    module.declare(path, p -> parameters.accept(p.unused()));
  }

  @Override
  public String emit(String path, String in, Emission to) {
    return in;
  }
}
