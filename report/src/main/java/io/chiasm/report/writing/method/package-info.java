/** A study's methods in words, as a paper would say them, and what they cite. */
@NullMarked
package io.chiasm.report.writing.method;

import org.jspecify.annotations.NullMarked;
