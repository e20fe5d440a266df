/** What tests of several packages use. */
@NullMarked
package io.chiasm.encoder.testing;

import org.jspecify.annotations.NullMarked;
