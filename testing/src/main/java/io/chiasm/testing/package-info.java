/**
 * What tests of several modules need: the rules of layering, written once, which every module's
 * tests extend; and where data lies that is not part of the repository.
 */
@NullMarked
package io.chiasm.testing;

import org.jspecify.annotations.NullMarked;
