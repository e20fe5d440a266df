package io.chiasm.extraction.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.tensor.HalfFloat;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderExtractionTest {
  private static final Normalisation NONE =
      new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

  private List<String> layers = List.of("/a/same", "mean");
  private Path folder;
  private Path images;
  private Path output;
  private final FakeNetwork network = new FakeNetwork();
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void makePhotographs(@TempDir Path temporary) throws IOException {
    folder = temporary;
    images = Files.createDirectory(folder.resolve("images"));
    output = folder.resolve("results/of/this");
    for (int i = 10; i > 0; i--) {
      Files.write(images.resolve("p%02d.png".formatted(i)), Pngs.grey(i));
    }
    Files.writeString(images.resolve("notes, and more.txt"), "no photograph");
    Files.writeString(images.resolve(".hidden"), "");
  }

  @Test
  void layersAreNpyFilesInTheOrderOfTheTable() throws Exception {
    // When
    FolderResult result = extract();
    // Then
    assertThat(result.layers())
        .containsExactly(
            new FolderResult.LayerFile(
                "/a/same", output.resolve("_a_same.npy"), Shape.of(10, 3, 4, 5)),
            new FolderResult.LayerFile("mean", output.resolve("mean.npy"), Shape.of(10, 1)));
    float[] same = npy(output.resolve("_a_same.npy"), "(10, 3, 4, 5)");
    List<String> table = Files.readAllLines(result.stimuli());
    assertThat(table).hasSize(11).startsWith("row,file,sha256");
    for (int row = 0; row < 10; row++) {
      assertThat(same[60 * row]).isEqualTo((row + 1) / 255f);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Pngs.grey(row + 1));
      assertThat(table.get(row + 1))
          .isEqualTo("%d,p%02d.png,%s".formatted(row, row + 1, HexFormat.of().formatHex(digest)));
    }
  }

  @Test
  void layersAreOfHalvesIfWanted() throws IOException {
    // When
    extract(ActivationType.FLOAT16);
    // Then
    byte[] bytes = Files.readAllBytes(output.resolve("_a_same.npy"));
    assertThat(new String(bytes, 0, 128, StandardCharsets.ISO_8859_1))
        .contains("{'descr': '<f2', 'fortran_order': False, 'shape': (10, 3, 4, 5), }");
    assertThat(bytes).hasSize(128 + 10 * 60 * Short.BYTES);
    try (NpyFile same = NpyFile.open(output.resolve("_a_same.npy"))) {
      float[] values = same.floats().values();
      for (int row = 0; row < 10; row++) {
        short nearest = HalfFloat.nearest((row + 1) / 255f);
        assertThat(values[60 * row]).isEqualTo(HalfFloat.toFloat(nearest));
      }
    }
  }

  @Test
  void nothingElseIsLeftAndProgressReachesTheEnd() throws IOException {
    extract();
    assertThat(names(output))
        .containsExactly(".chiasm-files", "_a_same.npy", "mean.npy", "stimuli.csv");
    assertThat(progress).containsExactly("8/10", "10/10");
    assertThat(network.closed).isTrue();
  }

  @Test
  void secondRunReplacesTheFirst() throws IOException {
    extract();
    Files.delete(images.resolve("p10.png"));
    extract();
    npy(output.resolve("mean.npy"), "(9, 1)");
    assertThat(Files.readAllLines(output.resolve("stimuli.csv"))).hasSize(10);
  }

  @Test
  void otherLayersOfAnEarlierRunGoAndOtherFilesStay() throws IOException {
    extract();
    Files.writeString(output.resolve("notes.txt"), "mine");
    layers = List.of("mean");
    extract();
    assertThat(names(output))
        .containsExactly(".chiasm-files", "mean.npy", "notes.txt", "stimuli.csv");
  }

  @Test
  void whatWasPassedOverIsTold() {
    assertThat(extract().passedOver()).containsExactly(".hidden", "notes, and more.txt");
  }

  @Test
  void fileNamesAreQuotedInTheTable() throws IOException {
    Files.write(images.resolve("a, \"b\".png"), Pngs.grey(1));
    extract();
    assertThat(Files.readAllLines(output.resolve("stimuli.csv")).get(1))
        .startsWith("0,\"a, \"\"b\"\".png\",");
  }

  @Test
  void damagedPhotographIsNamedAndNothingIsLeft() throws IOException {
    Path damaged = images.resolve("p09.png");
    Files.write(damaged, Arrays.copyOf(Pngs.grey(9), 40));
    assertThatThrownBy(this::extract)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(damaged + " is truncated");
    assertThat(names(output)).isEmpty();
    assertThat(network.closed).isTrue();
  }

  @Test
  void formatThatIsNotReadIsRefusedAndNotPassedOver() throws IOException {
    Path other = Files.write(images.resolve("p03.WEBP"), new byte[] {1});
    assertThatThrownBy(this::extract)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(other + " is named as an image, but its first bytes are not");
  }

  @Test
  void missingAndEmptyFoldersAreNamed() throws IOException {
    images = folder.resolve("nowhere");
    assertThatThrownBy(this::extract)
        .isInstanceOf(InputException.class)
        .hasMessage("cannot list the image folder " + images + ": it does not exist");
    Files.createDirectory(images);
    assertThatThrownBy(this::extract)
        .isInstanceOf(InputException.class)
        .hasMessage("no PNG or JPEG files in " + images);
  }

  @Test
  void outputThatIsAFileIsRefused() throws IOException {
    output = Files.createFile(folder.resolve("taken"));
    assertThatThrownBy(this::extract)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("cannot write to " + output);
  }

  @Test
  void layerNamesBecomeDifferentSafeFileNames() {
    List<String> names =
        LayerFileNames.of(
            List.of("features.2", "/a/b", "_a_b", "../x", "A:b", "a_B", "", "x".repeat(300)));
    assertThat(names)
        .containsExactly(
            "features.2", "_a_b", "_a_b-2", "_._x", "A_b", "a_B-2", "_", "x".repeat(200));
  }

  private FolderResult extract() {
    return extract(ActivationType.FLOAT32);
  }

  private FolderResult extract(ActivationType stored) {
    PhotographDecoder decoder = new PhotographDecoder(ImageLimits.DEFAULT);
    try (Extraction extraction = new Extraction(decoder, new ExtractionSettings(8, 2))) {
      LoadedNetwork loaded = new LoadedNetwork("fake", new byte[0], layers, 4, 5, NONE);
      FolderRequest request =
          new FolderRequest(
              images, false, output, loaded, loaded.recipe(Preprocessing.WHOLE_IMAGE), stored);
      return new FolderExtraction(extraction, opened -> network)
          .run(request, (done, total) -> progress.add(done + "/" + total));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static float[] npy(Path file, String shape) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int start = 10 + bytes.getShort(8);
    assertThat(start % 64).isZero();
    assertThat(new String(bytes.array(), 0, start, StandardCharsets.ISO_8859_1))
        .startsWith("\u0093NUMPY\u0001\u0000")
        .contains("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }")
        .endsWith("\n");
    float[] values = new float[bytes.position(start).remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}
