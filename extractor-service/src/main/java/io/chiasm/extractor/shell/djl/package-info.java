/** Networks in ONNX Runtime, through DJL; the only importer of either. */
@NullMarked
package io.chiasm.extractor.shell.djl;

import org.jspecify.annotations.NullMarked;
