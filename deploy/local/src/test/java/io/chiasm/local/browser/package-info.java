/** A real browser, driven over the DevTools protocol. */
@NullMarked
package io.chiasm.local.browser;

import org.jspecify.annotations.NullMarked;
