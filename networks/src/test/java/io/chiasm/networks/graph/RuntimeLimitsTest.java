package io.chiasm.networks.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.construction.GraphBuilder;
import org.junit.jupiter.api.Test;

/** The limits are those of the ONNX Runtime that this build has. */
class RuntimeLimitsTest {
  private static ModelProto.Builder model() {
    GraphBuilder graph = GraphBuilder.named("limits");
    return graph.output(graph.relu("relu", graph.input("x", 3, 4, 4))).model().toBuilder();
  }

  private static ModelProto ir(long version) {
    return model().setIrVersion(version).build();
  }

  private static ModelProto opset(long version) {
    return model().setOpsetImport(0, opset("", version)).build();
  }

  private static OperatorSetIdProto opset(String domain, long version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }

  private static ModelProto of(String domain, long version) {
    return model().addOpsetImport(opset(domain, version)).build();
  }

  private static boolean runs(ModelProto model) {
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model.toByteArray())) {
      return session.getNumInputs() == 1;
    } catch (OrtException e) {
      return false;
    }
  }

  private static void assertLimit(ModelProto newest, ModelProto tooNew, String message) {
    assertThat(runs(newest)).isTrue();
    assertThat(runs(tooNew)).isFalse();
    ModelReader.of(newest, "n.onnx");
    assertRefused(tooNew, message);
  }

  private static void assertRefused(ModelProto model, String message) {
    assertThatThrownBy(() -> ModelReader.of(model, "n.onnx"))
        .isInstanceOf(InputException.class)
        .hasMessage("n.onnx: " + message);
  }

  @Test
  void newerFormatsAreRefused() {
    assertLimit(
        ir(RuntimeLimits.NEWEST_IR),
        ir(RuntimeLimits.NEWEST_IR + 1),
        "is in version 14 of the ONNX format (IR version); versions up to 13 can be run; save it in"
            + " one of these");
  }

  @Test
  void newerOperatorsAreRefused() {
    assertLimit(
        opset(RuntimeLimits.NEWEST_OPSET),
        opset(RuntimeLimits.NEWEST_OPSET + 1),
        "uses operators of version 27; up to 26 can be run; export it with opset 26 or older");
  }

  @Test
  void newerOperatorsOfOtherDomainsAreRefused() {
    RuntimeLimits.NEWEST_OF_DOMAIN.forEach(
        (domain, newest) ->
            assertLimit(
                of(domain, newest),
                of(domain, newest + 1),
                "uses operators of '%s' in version %d; up to %d can be run"
                    .formatted(domain, newest + 1, newest)));
  }

  @Test
  void operatorsOfUnknownDomainsAreNamed() {
    ModelProto.Builder model = model().addOpsetImport(opset("com.example", 1));
    assertThat(runs(model.build())).as("imported only").isTrue();
    ModelReader.of(model.build(), "n.onnx");
    model.getGraphBuilder().getNodeBuilder(0).setDomain("com.example").setOpType("Fovea");
    assertThat(runs(model.build())).isFalse();
    assertRefused(
        model.build(),
        "node 'relu' (com.example.Fovea) is of the domain 'com.example', whose operators cannot be"
            + " run; possible are standard operators and those of ai.onnx.ml, com.microsoft");
  }
}
