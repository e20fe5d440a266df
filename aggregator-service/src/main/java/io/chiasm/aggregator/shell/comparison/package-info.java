/** Results folders as a comparison reads them. */
@NullMarked
package io.chiasm.aggregator.shell.comparison;

import org.jspecify.annotations.NullMarked;
