/** Tables of a study's networks: where each comes from, and what is known of it. */
@NullMarked
package io.chiasm.report.writing.network;

import org.jspecify.annotations.NullMarked;
