package io.chiasm.networks.module;

import java.util.function.Consumer;

/**
 * A part of a network, at a path such as {@code features.2.1}. It names its parameters and results
 * as torch's module at that path does and computes what that computes in evaluation.
 */
public interface NetworkModule {
  /** Its parameters and its parts', in torch's order of registration. */
  void declare(String path, Consumer<Parameter> parameters);

  /**
   * Adds its computation to a graph.
   *
   * @param in name of the tensor that it is applied to
   * @return name of the result: the path itself wherever the module computes anything
   */
  String emit(String path, String in, Emission to);
}
