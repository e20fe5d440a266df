/** What a person wants to know about a network file. */
@NullMarked
package io.chiasm.networks.inspect;

import org.jspecify.annotations.NullMarked;
