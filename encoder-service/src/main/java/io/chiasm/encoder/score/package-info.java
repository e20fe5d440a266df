/** How well predictions fit held-out responses. */
@NullMarked
package io.chiasm.encoder.score;

import org.jspecify.annotations.NullMarked;
