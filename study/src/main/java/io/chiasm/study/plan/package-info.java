/** From a study and its material to tasks, and from objects back to what is missing. */
@NullMarked
package io.chiasm.study.plan;

import org.jspecify.annotations.NullMarked;
