/** Who asks, and what they may do: tokens, a provider's logins, the audit log. */
@NullMarked
package io.chiasm.aggregator.shell.access;

import org.jspecify.annotations.NullMarked;
