/** Certificates: reading them, noticing new ones, and words for what is wrong with them. */
@NullMarked
package io.chiasm.contracts.shell.tls;

import org.jspecify.annotations.NullMarked;
