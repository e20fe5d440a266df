/** Which stimuli are held out of which fit. */
@NullMarked
package io.chiasm.contracts.validation;

import org.jspecify.annotations.NullMarked;
