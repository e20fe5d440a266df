/** Charts that know no study: one description, drawn as SVG, PDF and PNG, and told in words. */
@NullMarked
package io.chiasm.report.chart;

import org.jspecify.annotations.NullMarked;
