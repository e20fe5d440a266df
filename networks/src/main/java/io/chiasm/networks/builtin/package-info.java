/** Networks built from an architecture and a set of weights. */
@NullMarked
package io.chiasm.networks.builtin;

import org.jspecify.annotations.NullMarked;
