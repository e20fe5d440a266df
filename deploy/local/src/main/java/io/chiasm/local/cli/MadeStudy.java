package io.chiasm.local.cli;

import io.chiasm.local.simulate.SimulatedDataset;
import io.chiasm.local.simulate.Simulation;
import io.chiasm.local.simulate.SimulationOptions;
import io.chiasm.networks.build.DemoNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made data set with a made network and a study file, ready to run. */
final class MadeStudy {
  private static final String NETWORK = "gabor.onnx";

  private static final String NETWORKS =
      """
      networks:
        - {name: gabor, onnx: gabor.onnx}
        - {name: untrained, onnx: gabor.onnx, weights: untrained, seeds: [0]}
      layers: {early: early, middle: middle, late: late}
      """;

  private MadeStudy() {}

  static SimulatedDataset write(Path folder, SimulationOptions options, String study)
      throws IOException {
    SimulatedDataset made = Simulation.write(folder, options, study, NETWORKS);
    Files.write(folder.resolve(NETWORK), DemoNetwork.bytes());
    return made;
  }
}
