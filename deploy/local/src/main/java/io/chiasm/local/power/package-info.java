/**
 * What a number of participants can show: made participants go through the encoding models of
 * studies, and many made studies of them through the tests.
 */
@NullMarked
package io.chiasm.local.power;

import org.jspecify.annotations.NullMarked;
