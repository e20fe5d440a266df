/** Is it stuck? Rates, ages and remaining times from repeated readings of topics and studies. */
@NullMarked
package io.chiasm.study.health;

import org.jspecify.annotations.NullMarked;
