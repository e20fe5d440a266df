/**
 * Writes the folders of a study's results and of a comparison. Its rooms, each of which uses only
 * those before it: outcome, warning, size, file, method, network, summary, crate, map, page.
 */
@NullMarked
package io.chiasm.report.writing;

import org.jspecify.annotations.NullMarked;
