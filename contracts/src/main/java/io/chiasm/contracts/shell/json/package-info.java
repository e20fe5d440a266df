/** Messages and documents as JSON. */
@NullMarked
package io.chiasm.contracts.shell.json;

import org.jspecify.annotations.NullMarked;
