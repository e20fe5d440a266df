package io.chiasm.networks.catalogue;

import java.util.Map;

/**
 * One set of weights that torchvision publishes.
 *
 * @param architecture such as {@code efficientnet_b0}
 * @param weights torchvision's name of the set, such as {@code IMAGENET1K_V1}
 * @param file its name, which ends with the first hex digits of its SHA-256 digest
 * @param acc1 top-1 accuracy on ImageNet-1K, in percent
 * @param acc5 top-5 accuracy, in percent
 * @param parameters numbers that are learned
 * @param layers tensors with strides 4, 16 and 32, by {@code early}, {@code middle}, {@code late}
 */
public record PublishedWeights(
    String architecture,
    String weights,
    String file,
    double acc1,
    double acc5,
    long parameters,
    Preset preset,
    Map<String, String> layers) {
  public PublishedWeights {
    if (!file.matches("[A-Za-z0-9_.-]+-[0-9a-f]{8,64}\\.pth")) {
      throw new IllegalArgumentException("no hash in the file name '" + file + "'");
    }
  }

  /** The first hex digits of the file's SHA-256 digest. */
  public String hashPrefix() {
    return file.substring(file.lastIndexOf('-') + 1, file.lastIndexOf('.'));
  }
}
