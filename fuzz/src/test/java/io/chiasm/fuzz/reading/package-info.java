/** The readers, by what they read: how hostile bytes get to each of them. */
@NullMarked
package io.chiasm.fuzz.reading;

import org.jspecify.annotations.NullMarked;
