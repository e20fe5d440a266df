/** What processes ask of the network, seen from outside. */
@NullMarked
package io.chiasm.local.network;

import org.jspecify.annotations.NullMarked;
