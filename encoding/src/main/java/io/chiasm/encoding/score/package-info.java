/** How well predictions fit held-out responses. */
@NullMarked
package io.chiasm.encoding.score;

import org.jspecify.annotations.NullMarked;
