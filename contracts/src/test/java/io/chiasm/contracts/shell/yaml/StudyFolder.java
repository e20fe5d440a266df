package io.chiasm.contracts.shell.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with every file that the study files of these tests name, all of them empty. */
final class StudyFolder {
  private static final List<String> FILES =
      List.of(
          "network.onnx",
          "my network.onnx",
          "other.onnx",
          "b0.safetensors",
          "folds.csv",
          "categories.csv",
          "nsd_stim_info_merged.csv",
          "instances_train2017.json",
          "instances_val2017.json",
          "b0-recalibrated.safetensors",
          "networks/efficientnet_lite0.onnx",
          "networks/mobilenet_v2.onnx",
          "nets/beta2.onnx",
          "nets/alpha.onnx",
          "nets/notes.txt",
          "steps/epoch-10.onnx",
          "steps/epoch-2.onnx",
          "steps/last.onnx",
          "runs/epoch-1.pth",
          "runs/epoch-10.pth",
          "runs/epoch-9.pth",
          "runs/epoch-9.txt",
          "runs/second/model.pth",
          "data/ceiling.npy");

  private StudyFolder() {}

  /** Fills the folder and returns its real path. */
  static Path in(Path folder) throws IOException {
    Path base = folder.toRealPath();
    for (String file : FILES) {
      Files.createDirectories(base.resolve(file).getParent());
      Files.createFile(base.resolve(file));
    }
    Files.createDirectories(base.resolve("fsaverage"));
    return base;
  }
}
