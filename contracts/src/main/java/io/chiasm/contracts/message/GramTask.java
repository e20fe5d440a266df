package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec.Scaling;

/**
 * Gram matrices to form.
 *
 * @param split label of the split, {@link io.chiasm.contracts.study.SplitName}
 * @param result key of the {@link GramDocument}
 */
public record GramTask(String split, Scaling scaling, ObjectKey result) {}
