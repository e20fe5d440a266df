/** ONNX files, read with limits and checked before anything else looks at them. */
@NullMarked
package io.chiasm.networks.graph;

import org.jspecify.annotations.NullMarked;
