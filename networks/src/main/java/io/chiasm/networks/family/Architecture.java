package io.chiasm.networks.family;

import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A classifier that can be built without a file of its graph.
 *
 * @param name torchvision's, such as {@code efficientnet_b0}
 * @param head key of the weights {@code [class, feature]} that tell how many classes there are
 * @param initialisation how torchvision draws its weights
 * @param modules its modules
 */
public record Architecture(
    String name,
    String head,
    Initialisation initialisation,
    Function<Variant, NetworkModule> modules) {
  /** Classes of ImageNet-1K. */
  public static final int IMAGENET_CLASSES = 1000;

  /**
   * What differs between networks of one architecture.
   *
   * @param classes that it tells apart
   * @param published whether its weights are torchvision's own, some of which were ported from
   *     networks with another normalisation of the image
   */
  public record Variant(int classes, boolean published) {
    /** Without any weights yet. */
    public static final Variant NEW = new Variant(IMAGENET_CLASSES, false);
  }

  /** Name of the module that makes classes of features, the last one. */
  public String headModule() {
    return head.substring(0, head.indexOf('.'));
  }

  /** Its modules, the whole first. */
  public NetworkModule build(Variant variant) {
    return modules.apply(variant);
  }

  /** Every tensor of its state dict, in torch's order. */
  public List<Parameter> parameters(Variant variant) {
    List<Parameter> found = new ArrayList<>();
    build(variant).declare("", found::add);
    return found;
  }
}
