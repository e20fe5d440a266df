/** COCO's annotation files. */
@NullMarked
package io.chiasm.dataset.shell.semantic;

import org.jspecify.annotations.NullMarked;
