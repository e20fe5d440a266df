/** What a study brings in: data set, photographs, networks, categories, ceilings. */
@NullMarked
package io.chiasm.aggregator.shell.importing;

import org.jspecify.annotations.NullMarked;
