/** Settings of the encoder. */
@NullMarked
package io.chiasm.encoder.shell.config;

import org.jspecify.annotations.NullMarked;
