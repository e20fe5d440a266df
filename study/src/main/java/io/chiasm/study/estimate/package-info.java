/** What a study will take, before anything runs. */
@NullMarked
package io.chiasm.study.estimate;

import org.jspecify.annotations.NullMarked;
