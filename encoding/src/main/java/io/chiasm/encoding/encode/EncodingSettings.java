package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.SplitSpec.Midline;

/**
 * How features become encoding models of one hemisphere.
 *
 * @param hemisphere where the vertices lie; decides which half is contralateral
 * @param midline what becomes of features in neither half
 */
public record EncodingSettings(Hemisphere hemisphere, Midline midline, EncodingSpec encoding) {}
