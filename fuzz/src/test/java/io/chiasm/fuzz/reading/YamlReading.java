package io.chiasm.fuzz.reading;

import io.chiasm.contracts.shell.yaml.AccessTokensFile;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** YAML from users: study files and the file of access tokens. */
public final class YamlReading {
  private static final List<String> FILES =
      List.of("network.onnx", "other.onnx", "b0.safetensors", "folds.csv", "categories.csv");
  private static final List<String> ROLES = List.of("viewer", "scientist", "operator");

  private YamlReading() {}

  /** A study that was read can be written, and is the same when that is read. */
  public static void study(byte[] bytes) throws IOException {
    Path folder = studyFolder();
    Study study = StudyFile.read(Files.write(folder.resolve("study.yaml"), bytes));
    Study again = StudyFile.parse(StudyFile.write(study), "written.yaml", folder);
    if (!study.equals(again)) {
      throw new AssertionError("read " + study + ", and what was written of it as " + again);
    }
  }

  public static void tokens(byte[] bytes) {
    AccessTokensFile.parse(new String(bytes, StandardCharsets.UTF_8), "tokens.yaml", ROLES);
  }

  private static Path studyFolder() throws IOException {
    Path folder = Scratch.folder("study");
    if (!Files.exists(folder.resolve("runs"))) {
      for (String file : FILES) {
        Files.write(folder.resolve(file), new byte[0]);
      }
      Files.createDirectories(folder.resolve("fsaverage"));
      Files.createDirectories(folder.resolve("data"));
      Files.write(folder.resolve("data/ceiling.npy"), new byte[0]);
      Files.createDirectories(folder.resolve("runs"));
      Files.write(folder.resolve("runs/epoch-1.pth"), new byte[0]);
      Files.write(folder.resolve("runs/epoch-2.pth"), new byte[0]);
    }
    return folder;
  }
}
