/** What a study brings in: data set, photographs, networks, categories, ceilings. */
@NullMarked
package io.chiasm.study.shell.importing;

import org.jspecify.annotations.NullMarked;
