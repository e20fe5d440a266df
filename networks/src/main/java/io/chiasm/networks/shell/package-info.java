/** Where weights are on this machine, and how they get there. */
@NullMarked
package io.chiasm.networks.shell;

import org.jspecify.annotations.NullMarked;
