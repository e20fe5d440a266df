/** Who may do what. */
@NullMarked
package io.chiasm.study.access;

import org.jspecify.annotations.NullMarked;
