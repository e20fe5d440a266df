/** Who is given what. */
@NullMarked
package io.chiasm.extractor.shell.wiring;

import org.jspecify.annotations.NullMarked;
