/** Provenance and summary as JSON. */
@NullMarked
package io.chiasm.report.shell.json;

import org.jspecify.annotations.NullMarked;
