/** Networks as ONNX graphs: what they compute, which layers they have, and how to tap them. */
@NullMarked
package io.chiasm.networks;

import org.jspecify.annotations.NullMarked;
