/** The semantic model: categories of stimuli as features, without any network. */
@NullMarked
package io.chiasm.dataset.semantic;

import org.jspecify.annotations.NullMarked;
