package io.chiasm.networks.builtin;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Networks of the same name in other libraries, whose tensors are called and arranged otherwise.
 *
 * @param library whose names they are
 * @param marks patterns that some name each must match
 */
record OtherLayout(String library, List<Pattern> marks) {
  private static final List<OtherLayout> KNOWN =
      List.of(
          other("timm's EfficientNet or MobileNetV3", "conv_stem\\.weight", "blocks\\.0\\.0\\..*"),
          other("efficientnet_pytorch", "_conv_stem\\.weight", "_blocks\\.0\\..*"),
          other(
              "timm's ConvNeXt", "stem\\.0\\.weight", "stages\\.0\\.blocks\\.0\\.conv_dw\\.weight"),
          other("ConvNeXt's authors", "downsample_layers\\.0\\.0\\.weight", "stages\\.0\\.0\\..*"),
          other("Hugging Face's transformers", "(embeddings|embedder)\\..*", "encoder\\..*"),
          other("timm's Inception v3", "Conv2d_1a_3x3\\.conv\\.weight", "last_linear\\.weight"),
          of("a vision transformer", "patch_embed\\.proj\\.weight", "blocks\\.0\\..*"),
          of("torchvision's VisionTransformer", "class_token", "encoder\\.layers\\..*"),
          of("a ResNet", "conv1\\.weight", "layer1\\.0\\.conv1\\.weight"),
          of("a VGG network", "features\\.0\\.weight", "features\\.28\\.weight"),
          of("YOLO", "model\\.0\\.conv\\.weight", "model\\.1\\.conv\\.weight"));

  private static OtherLayout of(String library, String... marks) {
    return new OtherLayout(
        library, List.of(marks).stream().map(m -> Pattern.compile("(.*\\.)?" + m)).toList());
  }

  /** A library that calls and arranges the tensors of a network of torchvision's in its own way. */
  private static OtherLayout other(String library, String... marks) {
    return of(library + ", another layout than torchvision's", marks);
  }

  /** What to do with tensors of another library's names; empty if they are not known. */
  static String hint(Set<String> keys) {
    return KNOWN.stream()
        .filter(k -> k.marks().stream().allMatch(m -> has(keys, m)))
        .findFirst()
        .map(
            k ->
                "; its tensors have the names of "
                    + k.library()
                    + ": export that network to ONNX and name"
                    + " the file with 'onnx:'")
        .orElse("");
  }

  private static boolean has(Set<String> keys, Pattern mark) {
    return keys.stream().anyMatch(k -> mark.matcher(k).matches());
  }
}
