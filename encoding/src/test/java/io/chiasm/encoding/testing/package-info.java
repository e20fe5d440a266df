/** What tests of several packages use. */
@NullMarked
package io.chiasm.encoding.testing;

import org.jspecify.annotations.NullMarked;
