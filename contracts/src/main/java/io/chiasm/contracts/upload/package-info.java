/** Files that are sent to a server: cut into chunks that are known by their content. */
@NullMarked
package io.chiasm.contracts.upload;

import org.jspecify.annotations.NullMarked;
