/** Folders that results are written into. */
@NullMarked
package io.chiasm.contracts.folder;

import org.jspecify.annotations.NullMarked;
