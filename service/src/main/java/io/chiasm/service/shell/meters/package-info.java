/** Work, store and process as Micrometer's meters. */
@NullMarked
package io.chiasm.service.shell.meters;

import org.jspecify.annotations.NullMarked;
