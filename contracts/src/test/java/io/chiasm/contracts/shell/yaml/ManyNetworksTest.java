package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chiasm.contracts.study.Family;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of a study file that stand for many networks, and those that it can do without. */
class ManyNetworksTest {
  private Path base = Path.of("");

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    base = StudyFolder.in(folder);
  }

  private List<NetworkSpec> networks(String entry) {
    return study(entry).networks();
  }

  private Study study(String entry) {
    String text = "study: many\ndataset: {algonauts: data}\nnetworks:\n  - " + entry + "\n";
    return StudyFile.parse(text, "study.yaml", base);
  }

  @Test
  void aPatternIsANetworkForEveryOnnxFileCalledLikeIt() {
    assertThat(networks("{onnx: 'nets/*'}"))
        .extracting(NetworkSpec::name, NetworkSpec::source, n -> n.details().optional())
        .containsExactly(
            tuple("alpha", new NetworkSource.Onnx(base.resolve("nets/alpha.onnx")), true),
            tuple("beta2", new NetworkSource.Onnx(base.resolve("nets/beta2.onnx")), true));
  }

  @Test
  void aNameStandsBeforeTheFilesNameAndTheSeedBehindIt() {
    assertThat(networks("{name: all, onnx: 'nets/*.onnx', weights: untrained, seeds: [3, 5]}"))
        .extracting(NetworkSpec::name)
        .containsExactly(
            "all-alpha-seed3", "all-alpha-seed5", "all-beta2-seed3", "all-beta2-seed5");
  }

  @Test
  void accuraciesAndFamiliesAreOfSingleFilesOrOfAll() {
    assertThat(
            networks("{onnx: 'nets/*.onnx', imagenet_acc1: {beta2: 70.5}, family: {alpha: first}}"))
        .extracting(NetworkSpec::imagenetAcc1, Family::of)
        .containsExactly(tuple(null, "first"), tuple(70.5, "beta"));
    assertThat(networks("{onnx: 'nets/*.onnx', imagenet_acc1: 50, family: nets}"))
        .extracting(NetworkSpec::imagenetAcc1, Family::of)
        .containsExactly(tuple(50.0, "nets"), tuple(50.0, "nets"));
  }

  @Test
  void aFileWhoseNameLooksLikeAPatternIsThatFile() throws IOException {
    Files.createFile(base.resolve("nets/al[a-z]ha.onnx"));
    assertThat(networks("{name: odd, onnx: 'nets/al[a-z]ha.onnx'}"))
        .extracting(NetworkSpec::name, n -> n.details().optional())
        .containsExactly(tuple("odd", false));
  }

  @Test
  void aNetworkThatTheStudyCanDoWithoutMayBeMissing() {
    assertThat(networks("{onnx: gone.onnx, optional: true}")).hasSize(1);
    assertThat(networks("{architecture: mnasnet1_0, weights: gone.pth, optional: true}"))
        .hasSize(1);
  }

  @Test
  void aPatternCanBeNeededToo() {
    assertThat(networks("{onnx: 'nets/*.onnx', optional: false}"))
        .noneMatch(network -> network.details().optional());
  }

  @Test
  void aCatalogueIsLeftToWhoHasIt() {
    assertThat(networks("{catalogue: torchvision}"))
        .extracting(NetworkSpec::name, NetworkSpec::source)
        .containsExactly(tuple("torchvision", new NetworkSource.Published("torchvision")));
  }

  @Test
  void aStudyOfManyReadsBackAsItWasWritten() {
    for (String entry :
        List.of(
            "{name: mine, catalogue: torchvision, family: all}",
            "{onnx: 'nets/*.onnx', imagenet_acc1: {beta2: 70.5}}",
            "{onnx: gone.onnx, optional: true}")) {
      Study study = study(entry);
      String written = StudyFile.write(study);
      assertThat(StudyFile.parse(written, "written.yaml", Path.of("/"))).isEqualTo(study);
    }
  }
}
