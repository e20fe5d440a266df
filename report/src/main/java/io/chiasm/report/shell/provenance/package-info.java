/** Provenance as JSON. */
@NullMarked
package io.chiasm.report.shell.provenance;

import org.jspecify.annotations.NullMarked;
