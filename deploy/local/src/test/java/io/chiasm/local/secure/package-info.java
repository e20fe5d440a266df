/** A broker and a store with TLS, logins and rights, as a cluster has them. */
@NullMarked
package io.chiasm.local.secure;

import org.jspecify.annotations.NullMarked;
