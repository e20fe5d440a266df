/** Writing of XML and HTML in which everything that comes from outside is escaped. */
@NullMarked
package io.chiasm.report.markup;

import org.jspecify.annotations.NullMarked;
