/** What log lines may hold. */
@NullMarked
package io.chiasm.service.shell.logs;

import org.jspecify.annotations.NullMarked;
