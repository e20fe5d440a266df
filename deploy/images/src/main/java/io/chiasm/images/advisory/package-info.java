/** Which known vulnerabilities are in what a bill of materials lists. */
@NullMarked
package io.chiasm.images.advisory;

import org.jspecify.annotations.NullMarked;
