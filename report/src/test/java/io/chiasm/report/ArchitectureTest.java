package io.chiasm.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chiasm.report.statistics.Sample;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.report", Sample.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("json", "comparison");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("surface");
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn(
        "io.chiasm.report.figure..", "com.github.weisj..", "org.apache.pdfbox..", "de.rototor..");
    onlyIn("io.chiasm.report.table..", "org.apache.parquet..");
    onlyIn("io.chiasm.report.table..", "org.apache.commons.csv..");
  }

  @Test
  void noServiceIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.chiasm.service..",
            "io.chiasm.extractor..",
            "io.chiasm.encoder..",
            "io.chiasm.aggregator..")
        .check(module());
  }
}
