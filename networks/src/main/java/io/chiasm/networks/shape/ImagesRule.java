package io.chiasm.networks.shape;

/**
 * How images lie in what an operator makes. Asked only where no input is {@link
 * Images.Kind#TOGETHER} or worse and one at least is {@link Images.Kind#APART}.
 */
@FunctionalInterface
interface ImagesRule {
  /**
   * How images lie in the result.
   *
   * @throws io.chiasm.networks.graph.BadGraphException if it cannot be told that they are apart
   */
  Images apply(ImagesCall call);
}
