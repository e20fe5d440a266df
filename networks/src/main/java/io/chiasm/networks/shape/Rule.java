package io.chiasm.networks.shape;

/**
 * What an operator makes of what is known about its inputs. Whether the result depends on the image
 * and how far its inputs mix positions is added by {@link Inference}.
 */
@FunctionalInterface
interface Rule {
  /** The fact about one output; {@link Fact#unknown} where it cannot be told. */
  Fact apply(Call call);
}
