/** What is in an image, as a CycloneDX document. */
@NullMarked
package io.chiasm.images.sbom;

import org.jspecify.annotations.NullMarked;
