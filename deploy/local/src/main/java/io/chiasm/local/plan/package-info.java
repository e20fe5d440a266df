/** How long a study will take and how much memory, as an estimate. */
@NullMarked
package io.chiasm.local.plan;

import org.jspecify.annotations.NullMarked;
