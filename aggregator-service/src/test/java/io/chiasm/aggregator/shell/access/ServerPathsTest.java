package io.chiasm.aggregator.shell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.contracts.shell.yaml.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerPathsTest {
  private Path folder;
  private Path root;
  private Path outside;
  private ServerPaths paths;

  @BeforeEach
  void make(@TempDir Path made) throws IOException {
    folder = made;
    root = folder.resolve("root");
    Files.createDirectories(root.resolve("data"));
    outside = Files.createDirectories(folder.resolve("outside"));
    Files.write(outside.resolve("secret.pth"), new byte[1]);
    Files.write(root.resolve("network.onnx"), new byte[1]);
    paths = new ServerPaths(List.of(root.toString(), "s3://lab/shared"));
  }

  @Test
  void whatLiesBelowARootMayBeNamed() {
    allowed(root.resolve("data"));
    allowed(root.resolve("not-there/yet"));
    allowed(root);
    allowed(DataPath.of("s3://lab/shared/subj01"));
  }

  @Test
  void whatLiesElsewhereMayNot() {
    refused(outside);
    refused(root.resolve("../outside"));
    refused(folder.resolve("root-of-another"));
    refused(Path.of("/"));
    refused(Path.of("/nothing/of/the/kind"));
    refused(DataPath.of("s3://lab/shared-by-others/x"));
    refused(DataPath.of("s3://lab/shared/../private"));
    refused(DataPath.of("s3://other/shared/x"));
  }

  @Test
  void linksCountAsWhereTheyLead() throws IOException {
    refused(Files.createSymbolicLink(root.resolve("out"), outside));
    refused(root.resolve("out/secret.pth"));
    refused(root.resolve("out/not-there"));
    refused(Files.createSymbolicLink(root.resolve("dangling"), folder.resolve("gone")));
    allowed(Files.createSymbolicLink(root.resolve("in"), root.resolve("data")));
    // A root that is a link itself, as a mounted folder often is.
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);
    assertThat(new ServerPaths(List.of(link.toString())).refusal(root.resolve("data"))).isEmpty();
    assertThat(new ServerPaths(List.of(link.toString())).refusal(link.resolve("data"))).isEmpty();
  }

  @Test
  void withoutRootsNoFileMayBeNamed() {
    ServerPaths none = new ServerPaths(List.of());
    assertThat(none.refusal(root).orElseThrow().possible()).contains("'chiasm submit' sends files");
    assertThat(none.refusal(DataPath.of("s3://lab/x"))).isPresent();
  }

  @Test
  void aStudyIsRefusedByLineAndKeyBeforeAnythingIsLookedAt() throws IOException {
    String study =
        """
        study: made
        dataset: {algonauts: data}
        networks: [{name: trained, %s}]
        """;
    assertThatThrownBy(() -> parse(study.formatted("onnx: /etc/shadow")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "mine.yaml:3: networks[0].onnx: found /etc/shadow, which is not below a folder that"
                + " studies may name here; possible: below "
                + root
                + ", s3://lab/shared;"
                + " 'chiasm submit' sends files along");
    // Whether the file is there makes no difference to the words.
    assertThatThrownBy(() -> parse(study.formatted("onnx: ../outside/none.onnx")))
        .hasMessageContaining("none.onnx, which is not below");
    Files.createSymbolicLink(root.resolve("epoch-1.pth"), outside.resolve("secret.pth"));
    assertThatThrownBy(
            () -> parse(study.formatted("architecture: efficientnet_b0, checkpoints: epoch-*.pth")))
        .hasMessageContaining("networks[0].checkpoints: found " + root.resolve("epoch-1.pth"));
    assertThatThrownBy(
            () -> parse(study.formatted("onnx: network.onnx") + "surface: " + outside + "\n"))
        .hasMessageContaining("surface: found " + outside);
    assertThat(parse(study.formatted("onnx: network.onnx")).name()).isEqualTo("made");
  }

  @Test
  void aRootThatIsNoFolderIsRefused() {
    for (String wrong : List.of("data", "/nothing/of/the/kind", root + "/network.onnx", "")) {
      assertThatThrownBy(() -> new ServerPaths(List.of(wrong)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("CHIASM_ACCESS_ROOTS: found '" + wrong + "'");
    }
  }

  private io.chiasm.contracts.study.Study parse(String yaml) {
    return StudyFile.parse(yaml, "mine.yaml", root, paths);
  }

  private void allowed(Path path) {
    assertThat(paths.refusal(path.normalize())).as("%s", path).isEmpty();
  }

  private void refused(Path path) {
    assertThat(paths.refusal(path.normalize())).as("%s", path).isPresent();
  }
}
