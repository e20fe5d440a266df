/** Which stimuli are held out when. */
@NullMarked
package io.chiasm.encoder.fold;

import org.jspecify.annotations.NullMarked;
