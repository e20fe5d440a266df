package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.dataset.algonauts.CheckDepth;
import io.chiasm.dataset.algonauts.DatasetReport;
import io.chiasm.dataset.algonauts.ParticipantSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final SimulationOptions SMALL = new SimulationOptions(2, 12, 3, 60, 64, 5);
  private static final String NETWORKS = "networks:\n  - {name: any, onnx: any.onnx}\n";

  private final Path folder;

  SimulationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aMadeDataSetHasNoDefects() {
    SimulatedDataset made = write("made", SMALL);
    DatasetReport report = AlgonautsDataset.check(made.folder(), List.of(), CheckDepth.FULL);
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.sharedStimuli()).isEqualTo(12);
    assertThat(report.participants())
        .extracting(
            ParticipantSummary::participant,
            ParticipantSummary::stimuli,
            ParticipantSummary::testImages,
            ParticipantSummary::lhVertices,
            ParticipantSummary::rhVertices)
        .containsExactly(tuple("subj01", 15, 4, 60, 60), tuple("subj02", 15, 4, 59, 59));
    assertThat(made.scenes()).isEqualTo(12 + 2 * (3 + 4));
  }

  @Test
  void oneSeedGivesTheSameBytes() throws IOException {
    Map<String, byte[]> first = bytes(write("first", SMALL).folder());
    Map<String, byte[]> second = bytes(write("second", SMALL).folder());
    assertThat(first.keySet()).isEqualTo(second.keySet());
    first.forEach((name, content) -> assertThat(second.get(name)).as(name).isEqualTo(content));
  }

  /** And the others are as they were. */
  @Test
  void oneHemisphereSeesBothHemifields() throws IOException {
    Map<String, byte[]> both = bytes(write("both", SMALL).folder());
    SimulationOptions one = new SimulationOptions(2, 12, 3, 60, 64, true, null, 5);
    SimulatedDataset made = write("one", one);
    Map<String, byte[]> lone = bytes(made.folder());
    assertThat(lone.keySet()).noneMatch(name -> name.matches(".*subj02/.*rh[._].*"));
    String responses = "subj01/training_split/training_fmri/rh_training_fmri.npy";
    assertThat(lone.get(responses)).isEqualTo(both.get(responses));
    DatasetReport report = AlgonautsDataset.check(made.folder(), List.of(), CheckDepth.FULL);
    assertThat(report.errors()).isEmpty();
    try (NpyFile centres = NpyFile.open(made.folder().resolve("truth/subj02/lh.prf_x.npy"))) {
      float[] x = centres.floats().values();
      long right = IntStream.range(0, x.length).filter(vertex -> x[vertex] > 0).count();
      // Half of 59, and four standard errors.
      assertThat((double) right).isCloseTo(x.length / 2.0, within(2 * Math.sqrt(x.length)));
    }
    assertThat(Files.readString(made.folder().resolve("truth/README.md")))
        .contains("subj02, who has the left hemisphere alone");
  }

  @Test
  void aLeakIsTheSameInEveryVertexAndAllElseStays() throws IOException {
    Map<String, byte[]> without = bytes(write("without", SMALL).folder());
    SimulationOptions leaking = new SimulationOptions(2, 12, 3, 60, 64, false, 0.25, 5);
    SimulatedDataset made = write("leaking", leaking);
    Map<String, byte[]> with = bytes(made.folder());
    assertThat(with.keySet()).isEqualTo(without.keySet());
    assertThat(with.get("truth/subj01/lh.prf_x.npy"))
        .isEqualTo(without.get("truth/subj01/lh.prf_x.npy"));
    try (NpyFile weights =
        NpyFile.open(made.folder().resolve("truth/subj01/lh.bilateral_weight.npy"))) {
      assertThat(weights.floats().values()).containsOnly(0.25f);
    }
    assertThat(Files.readString(made.folder().resolve("truth/README.md")))
        .contains("mirror-image receptive field, 0.25 in every vertex");
    assertThatThrownBy(() -> new SimulationOptions(2, 12, 3, 60, 64, false, 0.6, 5))
        .isInstanceOf(InputException.class)
        .hasMessage("leak: 0.6 is not from 0 to 0.5");
  }

  @Test
  void anotherSeedGivesOtherScenesAndResponses() throws IOException {
    SimulationOptions other = new SimulationOptions(2, 12, 3, 60, 64, 6);
    Map<String, byte[]> first = bytes(write("first", SMALL).folder());
    Map<String, byte[]> second = bytes(write("second", other).folder());
    String responses = "subj01/training_split/training_fmri/lh_training_fmri.npy";
    assertThat(first.get(responses)).isNotEqualTo(second.get(responses));
    assertThat(first.keySet()).isNotEqualTo(second.keySet());
  }

  @Test
  void theStudyFileNamesTheDataSetAndTheGivenNetworks() throws IOException {
    SimulatedDataset made = write("made", SMALL);
    assertThat(Files.readString(made.studyFile()))
        .isEqualTo(
            """
            # A made data set (seed 5); what was planted: truth/README.md
            study: small
            dataset:
              algonauts: .
              participants: all
              stimuli: shared
            networks:
              - {name: any, onnx: any.onnx}
            surface: surface
            """);
  }

  @Test
  void theTruthSaysThatNothingWasMeasured() throws IOException {
    SimulatedDataset made = write("made", SMALL);
    assertThat(Files.readString(made.folder().resolve("truth/README.md")))
        .contains("no brain was scanned", "seed 5", "1 V1V, 2 V1D", "gabor_0.95cpd_0deg");
  }

  @Test
  void aFolderThatHoldsAnythingIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("precious.txt"), "mine");
    assertThatThrownBy(() -> Simulation.write(folder, SMALL, "small", NETWORKS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not empty; name a new folder");
    assertThatThrownBy(() -> write("precious.txt", SMALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void optionsOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> new SimulationOptions(0, 12, 3, 60, 64, 5))
        .isInstanceOf(InputException.class)
        .hasMessage("participants: 0 is not from 1 to 8");
    assertThatThrownBy(() -> new SimulationOptions(1, 12, 3, 60, 100, 5))
        .isInstanceOf(InputException.class)
        .hasMessage("image size 100: a multiple of 32 is needed");
  }

  private SimulatedDataset write(String name, SimulationOptions options) {
    return Simulation.write(folder.resolve(name), options, "small", NETWORKS);
  }

  private static Map<String, byte[]> bytes(Path root) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }
}
