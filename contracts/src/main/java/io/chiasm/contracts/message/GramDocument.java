package io.chiasm.contracts.message;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import org.jspecify.annotations.Nullable;

/**
 * The Gram matrices of one layer over one set of stimuli, each {@code [stimulus, stimulus]}
 * float64. Their sum is the full one.
 *
 * @param activation {@code [channel, row, column]} of the layer
 * @param first of the left half's columns
 * @param second of the right half's columns
 * @param rest of the middle column; null if the width is even
 */
public record GramDocument(
    Shape activation, TensorRef first, TensorRef second, @Nullable TensorRef rest) {}
