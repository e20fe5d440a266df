/** The documentation, held against the code. */
@NullMarked
package io.chiasm.local.docs;

import org.jspecify.annotations.NullMarked;
