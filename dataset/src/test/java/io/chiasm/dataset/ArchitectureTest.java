package io.chiasm.dataset;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.dataset", AlgonautsDataset.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("semantic");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("algonauts");
  }

  @Test
  void ofChiasmOnlyTheContractsAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.chiasm.networks..",
            "io.chiasm.report..",
            "io.chiasm.service..",
            "io.chiasm.extractor..",
            "io.chiasm.encoder..",
            "io.chiasm.aggregator..")
        .check(module());
  }
}
