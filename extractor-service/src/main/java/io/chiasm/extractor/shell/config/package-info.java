/** Settings of the extractor. */
@NullMarked
package io.chiasm.extractor.shell.config;

import org.jspecify.annotations.NullMarked;
