package io.chiasm.extraction.extract;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import io.chiasm.extraction.preprocess.TorchvisionPreset;
import java.util.List;

/** A network whose outputs are the layers wanted, ready to be opened by a runtime. */
public final class LoadedNetwork {
  private final String name;
  private final byte[] graph;
  private final List<String> layers;
  private final int height;
  private final int width;
  private final Normalisation normalisation;
  private final TorchvisionPreset preset;

  /**
   * A network without a preset of its own; see {@link TorchvisionPreset#forInput}.
   *
   * @param name for messages
   * @param graph serialised ONNX model; shared, not copied
   * @param layers names of the outputs, in the graph's order
   * @param height rows of the input
   * @param width columns of the input
   */
  public LoadedNetwork(
      String name,
      byte[] graph,
      List<String> layers,
      int height,
      int width,
      Normalisation normalisation) {
    this(
        name,
        graph,
        layers,
        height,
        width,
        normalisation,
        TorchvisionPreset.forInput(height, width));
  }

  /** A network whose weights were published with a preset. */
  public LoadedNetwork(
      String name,
      byte[] graph,
      List<String> layers,
      int height,
      int width,
      Normalisation normalisation,
      TorchvisionPreset preset) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("network " + name + " has no layers to extract");
    }
    this.name = name;
    this.graph = graph;
    this.layers = List.copyOf(layers);
    this.height = height;
    this.width = width;
    this.normalisation = normalisation;
    this.preset = preset;
  }

  public String name() {
    return name;
  }

  /** Serialised ONNX model itself. */
  public byte[] graph() {
    return graph;
  }

  /** Names of the outputs, in the graph's order. */
  public List<String> layers() {
    return layers;
  }

  /** Rows of the input. */
  public int height() {
    return height;
  }

  /** Columns of the input. */
  public int width() {
    return width;
  }

  /** How photographs become this network's input. */
  public PreprocessingRecipe recipe(Preprocessing mode) {
    return switch (mode) {
      case WHOLE_IMAGE -> PreprocessingRecipe.wholeImage(height, width, normalisation);
      case TORCHVISION -> PreprocessingRecipe.torchvision(preset, height, width, normalisation);
    };
  }
}
