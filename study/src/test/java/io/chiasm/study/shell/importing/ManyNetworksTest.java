package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.shell.WeightsFolder;
import io.chiasm.report.results.LeftOut;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that a study of many has, leaves out, or looks up the layers of. */
class ManyNetworksTest {
  private static final int SIDE = 64;
  private static final NetworkDetails OPTIONAL = new NetworkDetails(true, null);

  /** torchvision's sets of weights. */
  private static final int PUBLISHED = 33;

  private final Path folder;

  ManyNetworksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static NetworkSpec network(String name, NetworkSource source, NetworkDetails details) {
    return new NetworkSpec(
        name, source, new Weights.Trained(), Normalisation.IMAGENET, null, null, Map.of(), details);
  }

  private NetworkSpec file(String name, NetworkDetails details) {
    return network(name, new NetworkSource.Onnx(folder.resolve(name + ".onnx")), details);
  }

  /** Two convolutions of stride 4. */
  private NetworkSpec written(String name) throws IOException {
    GraphBuilder graph = GraphBuilder.named(name);
    String image = graph.input("x", 3, SIDE, SIDE);
    Convolution quarter = new Convolution(4, 1, 1, 1, 1);
    String stem = graph.conv("stem", image, FloatTensor.zeros(4, 3, 3, 3), quarter);
    graph.output(graph.conv("last", stem, FloatTensor.zeros(5, 4, 3, 3), quarter));
    Files.write(folder.resolve(name + ".onnx"), graph.bytes());
    return file(name, OPTIONAL);
  }

  private NetworkImport networks() {
    return new NetworkImport(
        new MemoryStore("many"), WeightsFolder.of(Map.of(), folder), new ExtentsReading());
  }

  private static Study filled(NetworkSpec... networks) {
    return BuiltInDefaults.fill(MadeMaterial.study().of(List.of(networks)));
  }

  @Test
  void aGraphForWhichNoLayersAreNamedHasThoseOfItsStrides() throws IOException {
    assertThat(filled(written("a")).networks().get(0).layers())
        .containsExactly(Map.entry("early", "stem"), Map.entry("middle", "last"));
  }

  @Test
  void aNetworkThatCannotBeUsedIsLeftOutByNameAndTheRestGoesOn() throws IOException {
    // Given
    Files.writeString(folder.resolve("broken.onnx"), "no graph, by no means");
    NetworkSource unknown = new NetworkSource.BuiltIn("mobilenet_v2", "IMAGENET1K_V1");
    Study study =
        filled(
            file("broken", OPTIONAL),
            written("good"),
            file("gone", OPTIONAL),
            network("published", unknown, OPTIONAL));
    // When
    NetworkImport networks = networks();
    List<Material.Network> brought = networks.bringIn(study);
    // Then
    assertThat(brought).extracting(Material.Network::name).containsExactly("good");
    assertThat(networks.inventory().learned()).containsOnlyKeys("good").containsValue(288L);
    assertThat(networks.inventory().leftOut())
        .extracting(LeftOut::sentence)
        .satisfiesExactly(
            broken -> assertThat(broken).startsWith("network broken: ").contains("broken.onnx"),
            gone -> assertThat(gone).startsWith("network gone: ").contains("gone.onnx"),
            published ->
                assertThat(published)
                    .startsWith(
                        "network published: weights IMAGENET1K_V1 of mobilenet_v2 are not"));
  }

  @Test
  void aNetworkThatTheStudyNeedsRefusesIt() throws IOException {
    Study study =
        MadeMaterial.study().of(List.of(written("good"), file("gone", NetworkDetails.NONE)));
    assertThatThrownBy(() -> BuiltInDefaults.fill(study))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("gone.onnx");
  }

  @Test
  void aStudyWithNoNetworkLeftSaysWhyOfEach() {
    Study study = filled(file("gone", OPTIONAL), file("away", OPTIONAL));
    assertThatThrownBy(() -> networks().bringIn(study))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("none of the study's networks can be used: network gone: ")
        .hasMessageContaining("; network away: ");
  }

  @Test
  void aCatalogueIsEverySetOfPublishedWeights() {
    NetworkSpec catalogue =
        network("torchvision", new NetworkSource.Published("torchvision"), OPTIONAL);
    // When
    Study study = filled(catalogue);
    // Then
    assertThat(study.networks()).hasSize(PUBLISHED);
    NetworkSpec first = study.networks().get(0);
    assertThat(first.name()).isEqualTo("alexnet-IMAGENET1K_V1");
    assertThat(first.imagenetAcc1()).isEqualTo(56.522);
    assertThat(first.layers()).containsKeys("early", "middle", "late");
    assertThat(first.details().optional()).isTrue();
  }

  @Test
  void aCataloguesOwnNameStandsBeforeEach() {
    NetworkSpec catalogue = network("tv", new NetworkSource.Published("torchvision"), OPTIONAL);
    assertThat(filled(catalogue).networks()).allMatch(network -> network.name().startsWith("tv-"));
  }

  @Test
  void aNameOfTheCatalogueIsTakenOnce() {
    NetworkSpec catalogue =
        network("torchvision", new NetworkSource.Published("torchvision"), OPTIONAL);
    NetworkSpec own = file("alexnet-IMAGENET1K_V1", OPTIONAL);
    assertThatThrownBy(() -> filled(own, catalogue))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("alexnet-IMAGENET1K_V1 is a name of the catalogue");
  }
}
