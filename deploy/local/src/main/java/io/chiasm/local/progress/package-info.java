/** How far a study is, for people and for logs. */
@NullMarked
package io.chiasm.local.progress;

import org.jspecify.annotations.NullMarked;
