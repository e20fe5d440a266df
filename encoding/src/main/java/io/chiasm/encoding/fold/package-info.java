/** Which stimuli are held out when. */
@NullMarked
package io.chiasm.encoding.fold;

import org.jspecify.annotations.NullMarked;
