/** Checks of the manifests against the API's rules and against the code of the services. */
@NullMarked
package io.chiasm.kubernetes;

import org.jspecify.annotations.NullMarked;
