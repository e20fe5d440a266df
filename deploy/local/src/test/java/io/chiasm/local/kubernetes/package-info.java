/** What the manifests of {@code deploy/kubernetes} say, for tests that do as they say. */
@NullMarked
package io.chiasm.local.kubernetes;

import org.jspecify.annotations.NullMarked;
