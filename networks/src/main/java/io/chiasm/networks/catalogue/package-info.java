/** torchvision's published weights: facts about them, not the weights themselves. */
@NullMarked
package io.chiasm.networks.catalogue;

import org.jspecify.annotations.NullMarked;
