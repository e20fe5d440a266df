package io.chiasm.extraction.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBatchesTest {
  private static final Normalisation NONE =
      new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
  private static final LoadedNetwork NETWORK =
      new LoadedNetwork("fake", new byte[0], List.of("same", "mean"), 4, 5, NONE);

  private final Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private final List<Float> firstMeans = new ArrayList<>();

  FolderBatchesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FolderBatches.Passed pass(int most) {
    try (Extraction extraction =
        new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), new ExtractionSettings(3, 1))) {
      return new FolderBatches(extraction, n -> network)
          .run(
              folder,
              most,
              NETWORK,
              NETWORK.recipe(Preprocessing.WHOLE_IMAGE),
              (batch, outputs) -> firstMeans.add(outputs.get(1).values()[0]));
    }
  }

  @Test
  void theFirstPhotographsByNamePassInWholeBatches() throws Exception {
    // Given
    MessageDigest digests = MessageDigest.getInstance("SHA-256");
    for (int i = 1; i <= 6; i++) {
      Files.write(folder.resolve("p%d.png".formatted(i)), Pngs.grey(10 * i));
      byte[] own = MessageDigest.getInstance("SHA-256").digest(Pngs.grey(10 * i));
      if (i <= 5) {
        digests.update((HexFormat.of().formatHex(own) + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
    // When
    FolderBatches.Passed passed = pass(5);
    // Then
    assertThat(network.batches).containsExactly(3L, 2L);
    assertThat(firstMeans).hasSize(2);
    assertThat(firstMeans.get(1)).isGreaterThan(2 * firstMeans.get(0));
    assertThat(passed.photographs()).isEqualTo(5);
    assertThat(passed.sha256().value()).isEqualTo(HexFormat.of().formatHex(digests.digest()));
    assertThat(network.closed).isTrue();
  }

  @Test
  void fewerThanAskedForAreAll() throws IOException {
    Files.write(folder.resolve("a.png"), Pngs.grey(1));
    Files.write(folder.resolve("b.png"), Pngs.grey(2));
    assertThat(pass(256).photographs()).isEqualTo(2);
  }

  @Test
  void aFolderOfOneOrNoneIsRefused() throws IOException {
    assertThatThrownBy(() -> pass(256))
        .isInstanceOf(InputException.class)
        .hasMessage("no PNG or JPEG files in " + folder);
    Files.write(folder.resolve("a.png"), Pngs.grey(1));
    assertThatThrownBy(() -> pass(256))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("one PNG or JPEG file in " + folder);
  }

  @Test
  void aPhotographThatCannotBeReadIsNamed() throws IOException {
    Files.write(folder.resolve("a.png"), Pngs.grey(1));
    Path broken = Files.writeString(folder.resolve("b.png"), "no photograph");
    assertThatThrownBy(() -> pass(256))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(broken.toString());
  }
}
