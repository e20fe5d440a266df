/** The Algonauts 2023 data set: photographs, responses and ROIs as published, checked. */
@NullMarked
package io.chiasm.dataset.algonauts;

import org.jspecify.annotations.NullMarked;
