package io.chiasm.contracts.message;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import org.jspecify.annotations.Nullable;

/**
 * The Gram matrices of one layer over one set of stimuli, each {@code [stimulus, stimulus]}
 * float64. Their sum is the full one.
 *
 * @param activation {@code [channel, row, column]} of the layer
 * @param first of the left half of the visual field; for a control of upper and lower of the upper
 *     rows, for a seeded one of the first half
 * @param second of the other half
 * @param rest of what is in neither half, such as the middle column of an odd width; null if there
 *     is nothing
 */
public record GramDocument(
    Shape activation, TensorRef first, TensorRef second, @Nullable TensorRef rest) {}
