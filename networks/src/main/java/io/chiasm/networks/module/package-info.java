/** Parts of networks as torch's modules: their parameters by name, and what they compute. */
@NullMarked
package io.chiasm.networks.module;

import org.jspecify.annotations.NullMarked;
