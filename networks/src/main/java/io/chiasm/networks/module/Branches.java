package io.chiasm.networks.module;

import io.chiasm.networks.construction.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Modules side by side on the same input, their channels joined. */
public final class Branches implements NetworkModule {
  private final List<Named> parts = new ArrayList<>();

  /** Adds a branch; see {@link Sequential#then}. */
  public Branches and(String name, NetworkModule part) {
    parts.add(new Named(name, part));
    return this;
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    parts.forEach(p -> p.module().declare(p.path(path), parameters));
  }

  @Override
  public String emit(String path, String in, Emission to) {
    List<String> results = parts.stream().map(p -> p.module().emit(p.path(path), in, to)).toList();
    return to.node(path, "Concat", results, Attributes.integer("axis", 1));
  }
}
