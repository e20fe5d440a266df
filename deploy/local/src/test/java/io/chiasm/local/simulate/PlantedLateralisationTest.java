package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemifield;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.dataset.roi.RoiMask;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a made data set as a study would, and finds in the pixels what was planted. */
class PlantedLateralisationTest {
  /** Four standard errors of a correlation over 200 stimuli: 4 / √200. */
  private static final double CLEAR = 0.28;

  @Test
  void earlyCortexFollowsTheContralateralHemifieldAndLateCortexBoth(@TempDir Path folder) {
    // Given
    SimulationOptions options = new SimulationOptions(1, 200, 0, 100, 64, 3);
    Simulation.write(folder, options, "made", "networks: []");
    AlgonautsDataset dataset = AlgonautsDataset.open(folder, List.of());
    for (Hemisphere hemisphere : Hemisphere.values()) {
      // When
      double early = lateralisation(dataset, hemisphere, "early");
      double lateral = lateralisation(dataset, hemisphere, "lateral");
      // Then
      assertThat(early).as("%s early", hemisphere).isGreaterThan(CLEAR);
      assertThat(lateral).as("%s lateral", hemisphere).isLessThan(early - CLEAR / 2);
    }
  }

  /** Correlation of a stream's mean response with the edges in the contra- less the ipsilateral. */
  private static double lateralisation(
      AlgonautsDataset dataset, Hemisphere hemisphere, String stream) {
    Series response = meanResponse(dataset, hemisphere, stream);
    return edges(dataset, hemisphere.contralateral()).correlation(response)
        - edges(dataset, hemisphere.ipsilateral()).correlation(response);
  }

  private static Series meanResponse(
      AlgonautsDataset dataset, Hemisphere hemisphere, String stream) {
    ParticipantId participant = dataset.participants().get(0);
    RoiMask mask =
        dataset.roiMasks(participant, hemisphere).stream()
            .filter(m -> m.roiClass().equals("streams"))
            .findFirst()
            .orElseThrow();
    RealTensor responses = dataset.responses(participant, hemisphere, dataset.sharedStimuli());
    return new Series(
        dataset.sharedStimuli().size(),
        row -> {
          double sum = 0;
          for (int vertex = 0; vertex < mask.vertices(); vertex++) {
            boolean in = stream.equals(mask.names().get(mask.id(vertex)));
            sum += in ? responses.get(row * mask.vertices() + vertex) : 0;
          }
          return sum;
        });
  }

  /** Number of steep places in a half of the image, which needs no model of the cortex. */
  private static Series edges(AlgonautsDataset dataset, Hemifield field) {
    List<StimulusId> stimuli = dataset.sharedStimuli();
    return new Series(
        stimuli.size(), row -> edges(read(dataset.image(stimuli.get(row)).file()), field));
  }

  private static double edges(BufferedImage image, Hemifield field) {
    int half = image.getWidth() / 2;
    int first = field == Hemifield.LEFT ? 0 : half;
    double here = 0;
    double all = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth() - 1; x++) {
        double step = Math.abs(green(image, x + 1, y) - green(image, x, y));
        all += step;
        here += x >= first && x < first + half ? step : 0;
      }
    }
    return here / Math.pow(all, 0.75);
  }

  private static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 0xff;
  }

  private static BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
