package io.chiasm.local.singlecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.lateralisation.LateralisationFile;
import io.chiasm.report.chart.Lettering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseStudyTest {
  private static final String HEADER =
      "participant,hemisphere,network,layer,tensor,split,regression,roi_class,roi,lateralisation,"
          + "n_vertices,n_scored\n";

  private final Path results;
  private final StringBuilder table = new StringBuilder(HEADER);

  CaseStudyTest(@TempDir Path results) throws IOException {
    this.results = results;
    double[] others = {0.19, 0.2, 0.21, 0.2};
    for (int i = 0; i < others.length; i++) {
      for (String side : new String[] {"lh", "rh"}) {
        add("subj0" + (i + 1), side, "all,all", others[i]);
        add("subj0" + (i + 1), side, "prf,V1v", others[i] + 0.1);
      }
    }
    add("case", "lh", "all,all", 0.05);
    add("case", "lh", "prf,V1v", 0.3);
    add("case", "lh", "prf,V9", 0.3);
    Files.createDirectories(results.resolve("tables"));
    Files.writeString(results.resolve("tables/lateralisation.csv"), table.toString());
  }

  private void add(String participant, String side, String roi, double value) {
    table
        .append(participant)
        .append(',')
        .append(side)
        .append(",net,early,t,features,ridge,")
        .append(roi)
        .append(',')
        .append(value)
        .append(",9,9\n");
  }

  /** sd of 0.19, 0.2, 0.21, 0.2 is √(2e-4 / 3). */
  @Test
  void theCaseIsComparedInItsHemisphereWithAllOthers() {
    CaseStudy study = CaseStudy.of(LateralisationFile.read(results), "case");
    assertThat(study.tests()).extracting(test -> test.roi().name()).containsExactly("all", "V1v");
    CaseComparison all = study.tests().get(0);
    assertThat(all.hemisphere()).isEqualTo("lh");
    assertThat(all.result().n()).isEqualTo(4);
    double sd = Math.sqrt(2e-4 / 3);
    assertThat(all.result().t()).isCloseTo(-0.15 / (sd * Math.sqrt(1.25)), within(1e-9));
    assertThat(all.result().p()).isLessThan(0.001);
    // Of two p, the smaller is doubled.
    assertThat(all.bh()).isCloseTo(2 * all.result().p(), within(1e-12));
    assertThat(study.tests().get(1).result().p()).isCloseTo(1, within(1e-9));
  }

  @Test
  void tableFigureAndWordsSayTheSame() {
    CaseStudy study = CaseStudy.of(LateralisationFile.read(results), "case");
    assertThat(new String(CaseTable.of(study).csv(), StandardCharsets.UTF_8))
        .startsWith("participant,network,layer,split,hemisphere,roi_class,roi,value,n,mean,sd,z,t")
        .contains("case,net,early,features,lh,all,all,0.05,4,0.2,");
    assertThat(CaseText.of(study)).contains("net · early · lh", "0.200 ± 0.008");
    assertThat(CaseFigures.of(study)).hasSize(1);
    assertThat(CaseFigures.of(study).get(0).svg(Lettering.TEXT))
        .contains("Lateralisation of case against the others", "N = 4");
  }

  @Test
  void whoIsNotThereIsNamedWithWhoIs() {
    assertThatThrownBy(() -> CaseStudy.of(LateralisationFile.read(results), "subj09"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("participant subj09 is not there; possible are subj01, subj02");
  }

  @Test
  void oneOtherIsTooFew() throws IOException {
    Files.writeString(
        results.resolve("tables/lateralisation.csv"),
        HEADER
            + "a,lh,net,early,t,features,ridge,all,all,0.1,9,9\n"
            + "b,lh,net,early,t,features,ridge,all,all,0.2,9,9\n");
    assertThatThrownBy(() -> CaseStudy.of(LateralisationFile.read(results), "a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs at least two to be compared with");
  }
}
