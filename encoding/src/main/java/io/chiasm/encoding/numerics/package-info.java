/** Dense linear algebra on native memory; the only package that sees ND4J and OpenBLAS. */
@NullMarked
package io.chiasm.encoding.numerics;

import org.jspecify.annotations.NullMarked;
