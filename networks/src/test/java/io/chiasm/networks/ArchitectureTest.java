package io.chiasm.networks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.networks", OnnxGraph.class);
  }

  @Override
  protected List<String> shell() {
    return List.of();
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("checkpoint", "graph");
  }

  @Test
  void onnxsMessagesAreUsedAndNothingElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.chiasm.networks..",
            "io.chiasm.contracts..",
            "ai.onnx.proto..",
            "com.google.protobuf..",
            "com.google.gson..",
            "java..",
            "org.jspecify..")
        .check(module());
  }

  @Test
  void jsonHasOneImporter() {
    onlyIn("io.chiasm.networks.checkpoint..", "com.google.gson..");
  }

  @Test
  void partsDoNotKnowTheWhole() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..graph..", "..shape..", "..weights..", "..construction..", "..checkpoint..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.chiasm.networks")
        .check(module());
  }
}
