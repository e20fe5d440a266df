/** How far a study is, derived from its plan and the objects that exist. */
@NullMarked
package io.chiasm.aggregator.progress;

import org.jspecify.annotations.NullMarked;
