package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.construction.DemoNetwork;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import io.chiasm.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law for networks as people have them. */
class ImageLawTest {
  @Test
  void theDemoNetworkObeysIt() {
    everyLayer(OnnxGraph.read(DemoNetwork.bytes(), "demo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows", "classifier", "convnext", "attention"})
  void graphsOfManyOperatorsObeyIt(String name) {
    OnnxGraph network = OnnxGraph.read(resource("operators-" + name + ".onnx"), name);
    assertThat(network.layers()).allMatch(l -> l.run().any() || !l.separate());
    everyLayer(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"efficientnet_lite0", "mobilenet_v2"})
  void realNetworksRunInBatches(String name) {
    OnnxGraph network = OnnxGraph.read(SharedData.of("networks/" + name + ".onnx"));
    assertThat(network.layers()).allMatch(l -> l.run().any());
    ImageLaw.check(network, network.layers().get(network.layers().size() / 2).name());
    ImageLaw.check(network, network.layers().get(network.layers().size() - 1).name());
  }

  static Stream<String> architectures() {
    // The largest of a family have the same operators, and more weights to draw.
    return Architectures.all().stream()
        .map(Architecture::name)
        .filter(n -> !n.matches(".*(_b[1-7]|_[lm]|_base|_large|121|161|169|_75|_0|_3)"))
        .filter(n -> !n.startsWith("mobilenet_v3_large"));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void builtInNetworksRunInBatches(String name) {
    assertThat(BuiltIn.named(name).untrained(0).layers()).allMatch(l -> l.run().any());
  }

  @Test
  void troublesomeFilesObeyItOrAreRefused() throws IOException {
    Path folder = SharedData.of("cases/onnx");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList()) {
        try {
          everyLayer(OnnxGraph.read(file));
        } catch (InputException refused) {
          assertThat(refused.getMessage()).isNotBlank();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reduceall:nrm:ReduceMax", "mixbaked:map:Softmax", "dynquant2:dq:DynamicQ"})
  void mixingCasesRunOneAtATime(String given) {
    String[] parts = given.split(":");
    OnnxGraph network = OnnxGraph.read(SharedData.of("cases/onnx/" + parts[0] + ".onnx"));
    assertThat(network.runNotes(List.of(parts[1])))
        .singleElement()
        .asString()
        .contains("one image at a time", "(" + parts[2]);
  }

  private static void everyLayer(OnnxGraph network) {
    for (Layer layer : network.layers()) {
      boolean had = layer.separate() && layer.run().possible();
      if (had) {
        ImageLaw.check(network, layer.name());
      }
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = ImageLawTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
