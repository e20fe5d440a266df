package io.chiasm.contracts.message;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;

/**
 * The Gram matrices of one layer over one set of stimuli, each {@code [stimulus, stimulus]}
 * float64.
 *
 * @param activation {@code [channel, row, column]} of the layer
 * @param full all columns
 * @param left columns of the left hemifield under the study's midline rule
 * @param right columns of the right hemifield under the study's midline rule
 */
public record GramDocument(Shape activation, TensorRef full, TensorRef left, TensorRef right) {}
