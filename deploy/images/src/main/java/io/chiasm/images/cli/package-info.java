/** The command line. */
@NullMarked
package io.chiasm.images.cli;

import org.jspecify.annotations.NullMarked;
