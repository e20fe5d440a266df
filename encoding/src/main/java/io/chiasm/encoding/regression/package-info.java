/** What every regression of one fold has in common: linear maps, one per group of vertices. */
@NullMarked
package io.chiasm.encoding.regression;

import org.jspecify.annotations.NullMarked;
