/** Container images of the services. */
@NullMarked
package io.chiasm.images;

import org.jspecify.annotations.NullMarked;
