/** The semantic model: categories of stimuli as features, without any network. */
@NullMarked
package io.chiasm.aggregator.semantic;

import org.jspecify.annotations.NullMarked;
