/** Maps as files that other programs open: GIFTI and MGH with BIDS names and sidecars. */
@NullMarked
package io.chiasm.report.export;

import org.jspecify.annotations.NullMarked;
