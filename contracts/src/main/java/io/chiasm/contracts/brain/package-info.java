/** Words of the brain's side: participants, hemispheres, stimuli, models. */
@NullMarked
package io.chiasm.contracts.brain;

import org.jspecify.annotations.NullMarked;
