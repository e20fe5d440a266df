/** Maps as files that other programs open: GIFTI and MGH with BIDS names and sidecars. */
@NullMarked
package io.chiasm.aggregator.export;

import org.jspecify.annotations.NullMarked;
