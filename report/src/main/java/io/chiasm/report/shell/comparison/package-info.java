/** Results folders as a comparison reads them. */
@NullMarked
package io.chiasm.report.shell.comparison;

import org.jspecify.annotations.NullMarked;
