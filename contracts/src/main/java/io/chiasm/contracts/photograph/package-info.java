/** What a photograph's file says about how it is to be shown. */
@NullMarked
package io.chiasm.contracts.photograph;

import org.jspecify.annotations.NullMarked;
