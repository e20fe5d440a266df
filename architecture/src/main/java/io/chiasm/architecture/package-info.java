/** Rules of layering, written once: every module's tests extend them and add their own. */
@NullMarked
package io.chiasm.architecture;

import org.jspecify.annotations.NullMarked;
