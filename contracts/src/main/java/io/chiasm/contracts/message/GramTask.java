package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.SplitSpec.Midline;

/**
 * Gram matrices to form.
 *
 * @param split label of the split
 * @param result key of the {@link GramDocument}
 */
public record GramTask(String split, Midline midline, Scaling scaling, ObjectKey result) {}
