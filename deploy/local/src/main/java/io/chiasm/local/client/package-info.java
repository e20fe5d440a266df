/** The aggregator's REST interface, as a client sees it. */
@NullMarked
package io.chiasm.local.client;

import org.jspecify.annotations.NullMarked;
