package io.chiasm.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.chiasm.report.chart.Picture;
import io.chiasm.report.chart.PrintedFigure;
import io.chiasm.report.statistics.Sample;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  private static final String CHART = "io.chiasm.report.chart..";
  private static final String COLOUR = "io.chiasm.report.colour..";
  private static final String MARKUP = "io.chiasm.report.markup..";
  private static final String TABLE = "io.chiasm.report.table..";

  /** Rooms of the writing, lowest first: none uses one that comes later. */
  private static final List<String> ROOMS =
      List.of(
          "outcome", "warning", "size", "file", "method", "network", "summary", "crate", "map",
          "page");

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
    onlyIn(CHART, "com.github.weisj..", "org.apache.pdfbox..", "de.rototor..");
    onlyIn(TABLE, "org.apache.parquet..");
    onlyIn(TABLE, "org.apache.commons.csv..");
  }

  @Test
  void chartsKnowNoStudy() {
    noClasses()
        .that()
        .resideInAPackage(CHART)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.chiasm..")
                .and(resideOutsideOfPackages(CHART, COLOUR, MARKUP, TABLE)))
        .check(module());
  }

  /** Else charts would know a study by way of them. */
  @Test
  void whatChartsAreMadeWithKnowsNothingElseOfTheReport() {
    for (String one : List.of(COLOUR, MARKUP, TABLE)) {
      noClasses()
          .that()
          .resideInAPackage(one)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.chiasm.report..").and(resideOutsideOfPackages(one)))
          .check(module());
    }
  }

  @Test
  void figuresKnowNoPixel() {
    noClasses()
        .that()
        .resideInAPackage("io.chiasm.report.figure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(PrintedFigure.class, Picture.class)
        .check(module());
  }

  @Test
  void theRoomsOfTheWritingHaveADirection() {
    String writing = "io.chiasm.report.writing.";
    assertThat(
            module().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(writing))
                .map(name -> name.substring(writing.length()))
                .distinct())
        .as("rooms of the writing, each of which has its place in the order")
        .containsExactlyInAnyOrderElementsOf(ROOMS);
    for (int i = 0; i + 1 < ROOMS.size(); i++) {
      String[] later =
          ROOMS.subList(i + 1, ROOMS.size()).stream().map(writing::concat).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(writing + ROOMS.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(module());
    }
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
