/** The study file: what a study asks for, with every default filled in. */
@NullMarked
package io.chiasm.contracts.study;

import org.jspecify.annotations.NullMarked;
