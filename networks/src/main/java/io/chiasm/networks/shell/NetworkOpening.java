package io.chiasm.networks.shell;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.builtin.Recalibration;
import io.chiasm.networks.builtin.TrainedNetwork;
import io.chiasm.networks.catalogue.PublishedWeights;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens networks by what a study or a person calls them. */
public final class NetworkOpening {
  private static final Pattern PUBLISHED = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern UNTRAINED = Pattern.compile("untrained\\((\\d{1,10})\\)");
  private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9_]*):(.+)");
  private static final Pattern ONNX = Pattern.compile("(.+\\.onnx)(?::(.*))?");

  private final WeightsFolder folder;

  public NetworkOpening(WeightsFolder folder) {
    this.folder = folder;
  }

  /**
   * A built-in architecture.
   *
   * @param weights published weights' name, or a {@code .pth} or {@code .safetensors} file
   * @param set of the file's sets of weights; empty for the model itself
   * @throws InputException if there is no such architecture or weights, or they do not fit
   */
  public TrainedNetwork trained(String architecture, String weights, String set) {
    BuiltIn network = BuiltIn.named(architecture);
    if (!PUBLISHED.matcher(weights).matches()) {
      return network.trained(DataPath.of(weights), set);
    }
    PublishedWeights published = network.published(weights);
    return network.trained(published, folder.file(published));
  }

  /**
   * A network by its short name: {@code FILE.onnx}, {@code FILE.onnx:untrained(SEED)}, {@code
   * ARCHITECTURE:untrained(SEED)}, {@code ARCHITECTURE:WEIGHTS}, {@code ARCHITECTURE:FILE} or
   * {@code ARCHITECTURE:FILE#SET}.
   *
   * @throws InputException if the name is none of these or the network cannot be opened
   */
  public OnnxGraph named(String name) {
    return opened(name).graph();
  }

  /**
   * A network by its short name, as {@link #named}, with notes on how its weights were found.
   *
   * @throws InputException as {@link #named}
   */
  public TrainedNetwork opened(String name) {
    Matcher onnx = ONNX.matcher(name);
    Matcher named = NAMED.matcher(name);
    if (onnx.matches()) {
      OnnxGraph graph = OnnxGraph.read(DataPath.of(onnx.group(1)));
      return plain(onnx.group(2) == null ? graph : graph.untrained(seed(name, onnx.group(2))));
    }
    if (!named.matches()) {
      throw unclear(name);
    }
    if (UNTRAINED.matcher(named.group(2)).matches()) {
      return plain(BuiltIn.named(named.group(1)).untrained(seed(name, named.group(2))));
    }
    WeightsFile weights = WeightsFile.named(named.group(2));
    return trained(named.group(1), weights.file(), weights.set());
  }

  private static TrainedNetwork plain(OnnxGraph graph) {
    return new TrainedNetwork(graph, List.of());
  }

  /**
   * An untrained network whose batch norms are to be given the statistics of images.
   *
   * @param name {@code ARCHITECTURE:untrained(SEED)}
   * @throws InputException if the name is no such one, or the architecture has no batch norm
   */
  public static Recalibration recalibration(String name) {
    Matcher named = NAMED.matcher(name);
    if (!named.matches() || !UNTRAINED.matcher(named.group(2)).matches()) {
      throw new InputException(
          "network '"
              + name
              + "': batch norm is recalibrated of ARCHITECTURE:untrained(SEED) only, such as"
              + " efficientnet_b0:untrained(0)");
    }
    return BuiltIn.named(named.group(1)).recalibration(seed(name, named.group(2)));
  }

  private static long seed(String name, String weights) {
    Matcher untrained = UNTRAINED.matcher(weights);
    if (!untrained.matches()) {
      throw unclear(name);
    }
    return Long.parseLong(untrained.group(1));
  }

  private static InputException unclear(String name) {
    return new InputException(
        "network '"
            + name
            + "': possible are FILE.onnx, FILE.onnx:untrained(SEED), ARCHITECTURE:untrained(SEED),"
            + " ARCHITECTURE:WEIGHTS such as efficientnet_b0:IMAGENET1K_V1, and ARCHITECTURE:FILE"
            + " or ARCHITECTURE:FILE#SET with a .pth or .safetensors file");
  }
}
