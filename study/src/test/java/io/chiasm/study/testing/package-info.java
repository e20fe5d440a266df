/** What tests of several packages use. */
@NullMarked
package io.chiasm.study.testing;

import org.jspecify.annotations.NullMarked;
