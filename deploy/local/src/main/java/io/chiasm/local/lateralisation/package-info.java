/** Lateralisation that a study measured, from its results folder. */
@NullMarked
package io.chiasm.local.lateralisation;

import org.jspecify.annotations.NullMarked;
