/** ONNX graphs made from nothing, and the demonstration network. */
@NullMarked
package io.chiasm.networks.construction;

import org.jspecify.annotations.NullMarked;
