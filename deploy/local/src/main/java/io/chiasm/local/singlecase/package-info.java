/** One participant against all others of a study. */
@NullMarked
package io.chiasm.local.singlecase;

import org.jspecify.annotations.NullMarked;
