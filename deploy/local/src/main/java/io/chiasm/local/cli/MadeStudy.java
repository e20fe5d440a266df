package io.chiasm.local.cli;

import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.local.simulate.SimulatedDataset;
import io.chiasm.local.simulate.Simulation;
import io.chiasm.local.simulate.SimulationOptions;
import io.chiasm.networks.construction.DemoNetwork;
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

  /**
   * Writes into a folder that is new or empty; a folder where that fails is empty again.
   *
   * @throws io.chiasm.contracts.failure.InputException if the folder holds anything, cannot be
   *     written to, or another process writes to it
   */
  static SimulatedDataset write(Path folder, SimulationOptions options, String study) {
    Simulation.requireEmpty(folder);
    try (OutputFolder held = OutputFolder.take(folder, "simulate")) {
      Simulation.requireEmpty(folder);
      return write(held, options, study);
    }
  }

  private static SimulatedDataset write(
      OutputFolder held, SimulationOptions options, String study) {
    boolean done = false;
    try {
      SimulatedDataset made = Simulation.write(held.path(), options, study, NETWORKS);
      Files.write(held.place(NETWORK), DemoNetwork.bytes());
      done = true;
      return made;
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(held.path(), e);
    } finally {
      if (!done) {
        held.clear();
      }
    }
  }
}
