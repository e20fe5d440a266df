/** The command line. */
@NullMarked
package io.chiasm.local.cli;

import org.jspecify.annotations.NullMarked;
