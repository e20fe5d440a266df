/** Static shapes and receptive fields of a graph's tensors. */
@NullMarked
package io.chiasm.networks.shape;

import org.jspecify.annotations.NullMarked;
