package io.chiasm.report.results;

/**
 * What was fitted, apart from whom.
 *
 * @param network the study's name of the network
 * @param layer the study's label of the layer, such as {@code early}
 * @param tensor the tensor's name in the network, such as {@code features.2}
 * @param split where and how the feature map was split: {@code features}, {@code image}, {@code
 *     joint}, or a control such as {@code upper-lower}
 * @param regression such as {@code ridge}
 */
public record Condition(
    String network, String layer, String tensor, String split, String regression) {
  /** The same of another network. */
  public Condition of(String other) {
    return new Condition(other, layer, tensor, split, regression);
  }

  @Override
  public String toString() {
    return network + " · " + layer + " · " + split;
  }
}
