/** Who is given what. */
@NullMarked
package io.chiasm.encoder.shell.wiring;

import org.jspecify.annotations.NullMarked;
