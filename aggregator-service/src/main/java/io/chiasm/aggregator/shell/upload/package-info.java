/** Files that are sent with studies: kept in the store, read as the JDK's own files. */
@NullMarked
package io.chiasm.aggregator.shell.upload;

import org.jspecify.annotations.NullMarked;
