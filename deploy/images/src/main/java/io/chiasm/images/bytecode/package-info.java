/** Classes that Quarkus writes, the same from every build. */
@NullMarked
package io.chiasm.images.bytecode;

import org.jspecify.annotations.NullMarked;
