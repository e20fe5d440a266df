/** COCO's annotation files. */
@NullMarked
package io.chiasm.aggregator.shell.semantic;

import org.jspecify.annotations.NullMarked;
