package io.chiasm.local.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriorStudyTest {
  private static final String TABLE =
      """
      participant,hemisphere,network,layer,tensor,split,regression,roi_class,roi,lateralisation,n_vertices,n_scored
      subj01,lh,net,early,t,features,ridge,all,all,0.1,9,9
      subj01,rh,net,early,t,features,ridge,all,all,0.3,9,9
      subj01,lh,net,early,t,features,ridge,c,V1v,NaN,9,0
      subj01,lh,net,late,u,features,ridge,all,all,0.7,9,9
      subj02,lh,net,early,t,features,ridge,all,all,0.4,9,9
      subj02,rh,net,early,t,features,ridge,c,V1v,0.5,9,9
      subj02,lh,net,early,t,upper-lower,ridge,all,all,9,9,9
      """;

  private static final PriorStudy.Choice FIRST = new PriorStudy.Choice(null, null, null);

  private final Path results;

  PriorStudyTest(@TempDir Path results) throws IOException {
    this.results = results;
    Files.createDirectories(results.resolve("tables"));
    Files.writeString(results.resolve("tables/lateralisation.csv"), TABLE);
  }

  /** Participants 0.2 (mean of two hemispheres) and 0.4: sd with n − 1 is 0.2 / √2. */
  @Test
  void hemispheresAreAveragedWithinParticipants() {
    PriorStudy study = PriorStudy.read(results, FIRST);
    RoiLateralisation all = study.roi("all");
    assertThat(all.condition()).isEqualTo("net · early · features");
    assertThat(all.participants()).isEqualTo(2);
    assertThat(all.mean()).isCloseTo(0.3, within(1e-12));
    assertThat(all.sd()).isCloseTo(0.2 / Math.sqrt(2), within(1e-12));
    assertThat(study.roi("V1v").participants()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNamedWithWhatIs() {
    PriorStudy study = PriorStudy.read(results, FIRST);
    assertThatThrownBy(() -> study.roi("V9"))
        .isInstanceOf(InputException.class)
        .hasMessage("ROI V9: possible are all, V1v");
    assertThatThrownBy(() -> PriorStudy.read(results, new PriorStudy.Choice("net", "middle", null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layer middle is not there; possible are early, late");
    assertThatThrownBy(() -> PriorStudy.read(results.resolve("tables"), FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no results of a study");
  }

  @Test
  void aTableOfSomethingElseIsNamed() throws IOException {
    Path file = results.resolve("tables/lateralisation.csv");
    for (String text : new String[] {"a,b\n1,2\n", "", TABLE.replace("0.1", "x")}) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> PriorStudy.read(results, FIRST))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("lateralisation.csv");
    }
  }
}
