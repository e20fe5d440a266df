package io.chiasm.contracts.message;

import org.jspecify.annotations.Nullable;

/**
 * The vertex whose held-out predictions are kept.
 *
 * @param index of the vertex; null for the one with the highest score of the full model, of several
 *     equal ones the first
 */
public record VertexChoice(@Nullable Integer index) {
  /** The vertex that the full model predicts best. */
  public static final VertexChoice BEST = new VertexChoice(null);

  /** {@code best}, or the index. */
  public String label() {
    return index == null ? "best" : index.toString();
  }
}
