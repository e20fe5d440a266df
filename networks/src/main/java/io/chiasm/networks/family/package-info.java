/** torchvision's classifiers, family by family, as tables of their blocks. */
@NullMarked
package io.chiasm.networks.family;

import org.jspecify.annotations.NullMarked;
