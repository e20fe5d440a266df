package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.study.testing.CountingStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographImportTest {
  private final MemoryStore store = new MemoryStore("made");
  private Path folder;
  private AlgonautsDataset dataset;

  @BeforeEach
  void make(@TempDir Path made) throws IOException {
    folder = made;
    participant("subj01", 30, 10, 20, 50, 40);
    participant("subj02", 10, 60, 40, 30);
    dataset = AlgonautsDataset.open(folder, List.of());
  }

  @Test
  void everyPhotographIsThereUnderTheHashOfItsBytes() throws IOException {
    // When
    Map<StimulusId, StimulusRef> images = bringIn();
    // Then
    assertThat(images.keySet()).containsExactlyElementsOf(dataset.allStimuli());
    for (StimulusRef image : images.values()) {
      byte[] file = Files.readAllBytes(dataset.image(image.stimulus()).file());
      try (var in = store.open(image.image())) {
        assertThat(in.readAllBytes()).isEqualTo(file);
      }
      assertThat(image.image()).isEqualTo(ObjectLayout.image(image.sha256()));
    }
  }

  @Test
  void aPhotographThatIsToBeTurnedLiesUnderAKeyOfItsOwn() throws IOException {
    // Given the EXIF orientation 6 behind the header of every copy of one photograph
    byte[] exif = HexFormat.of().parseHex("4d4d002a00000008000101120003000000010006000000000000");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith("nsd-00020.png")).toList()) {
        byte[] png = Files.readAllBytes(file);
        ByteBuffer turned = ByteBuffer.allocate(png.length + exif.length + 12).put(png, 0, 33);
        turned.putInt(exif.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
        Files.write(file, turned.putInt(0).put(png, 33, png.length - 33).array());
      }
    }
    dataset = AlgonautsDataset.open(folder, List.of());
    // When
    StimulusRef image = Objects.requireNonNull(bringIn().get(new StimulusId(20)));
    // Then
    assertThat(image.image()).isEqualTo(ObjectLayout.turnedImage(image.sha256(), 6));
    assertThat(store.exists(image.image())).isTrue();
  }

  @Test
  void progressIsCountedToTheEnd() {
    List<Integer> counts = new ArrayList<>();
    new PhotographImport(store, dataset)
        .bringIn(dataset.allStimuli(), (done, total) -> counts.add(done * 100 + total));
    assertThat(counts).containsExactly(106, 206, 306, 406, 506, 606);
  }

  @Test
  void whatIsThereIsNotPutAgain() {
    // Given
    bringIn();
    CountingStore counting = new CountingStore(store);
    // When
    new PhotographImport(counting, dataset).bringIn(dataset.allStimuli(), (done, total) -> {});
    // Then
    assertThat(counting.puts()).isZero();
  }

  @Test
  void theFirstPhotographThatCannotBeReadIsNamed() throws IOException {
    // Given
    for (int stimulus : List.of(50, 20)) {
      Files.delete(dataset.image(new StimulusId(stimulus)).file());
    }
    AlgonautsDataset fresh = dataset;
    // Then
    assertThatThrownBy(
            () ->
                new PhotographImport(store, fresh).bringIn(fresh.allStimuli(), (done, total) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nsd-00020.png")
        .hasMessageContaining("cannot be read");
    assertThat(folder).exists();
  }

  /** With one vertex a hemisphere. */
  private void participant(String name, int... stimuli) throws IOException {
    Path training = folder.resolve(name).resolve("training_split");
    Path images = Files.createDirectories(training.resolve("training_images"));
    for (int row = 0; row < stimuli.length; row++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, stimuli[row]);
      String file = String.format("train-%04d_nsd-%05d.png", row + 1, stimuli[row]);
      ImageIO.write(image, "png", images.resolve(file).toFile());
    }
    Path responses = Files.createDirectories(training.resolve("training_fmri"));
    for (Hemisphere hemisphere : Hemisphere.values()) {
      try (var out =
          Files.newOutputStream(responses.resolve(hemisphere.label() + "_training_fmri.npy"))) {
        NpyWriter.write(out, FloatTensor.zeros(stimuli.length, 1));
      }
    }
  }

  private Map<StimulusId, StimulusRef> bringIn() {
    return new PhotographImport(store, dataset).bringIn(dataset.allStimuli(), (done, total) -> {});
  }
}
