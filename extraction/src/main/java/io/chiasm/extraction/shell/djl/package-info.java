/** Networks in ONNX Runtime, through DJL; the only importer of either. */
@NullMarked
package io.chiasm.extraction.shell.djl;

import org.jspecify.annotations.NullMarked;
