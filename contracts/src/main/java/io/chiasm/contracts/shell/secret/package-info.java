/** Passwords and keys from the environment or from files. */
@NullMarked
package io.chiasm.contracts.shell.secret;

import org.jspecify.annotations.NullMarked;
