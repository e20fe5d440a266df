/** Who is given what. */
@NullMarked
package io.chiasm.aggregator.shell.wiring;

import org.jspecify.annotations.NullMarked;
