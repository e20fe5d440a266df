/** How far a study is, derived from its plan and the objects that exist. */
@NullMarked
package io.chiasm.study.progress;

import org.jspecify.annotations.NullMarked;
