/** Small sound files to start from, made by the project's own writers or by hand. */
@NullMarked
package io.chiasm.fuzz.seed;

import org.jspecify.annotations.NullMarked;
