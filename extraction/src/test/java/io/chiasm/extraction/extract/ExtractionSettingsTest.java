package io.chiasm.extraction.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractionSettingsTest {
  @ParameterizedTest
  @CsvSource({"4,0,4", "4,1,4", "4,3,6", "4,32,32", "1024,7,1022", "1024,1000,1000"})
  void batchesFillWholeRunsOfTheNetwork(int batch, int atOnce, int expected) {
    NetworkRunner network =
        new NetworkRunner() {
          @Override
          public List<String> layers() {
            return List.of();
          }

          @Override
          public int imagesAtOnce() {
            return atOnce;
          }

          @Override
          public List<FloatTensor> run(FloatTensor images) {
            return List.of();
          }

          @Override
          public void close() {}
        };
    assertThat(new ExtractionSettings(batch, 2).filling(network).batch()).isEqualTo(expected);
  }
}
