/** What in the store is still needed, and what is not. */
@NullMarked
package io.chiasm.study.keeping;

import org.jspecify.annotations.NullMarked;
