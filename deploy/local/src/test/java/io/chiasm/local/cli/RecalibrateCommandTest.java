package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.shell.NetworkOpening;
import io.chiasm.networks.shell.WeightsFolder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecalibrateCommandTest {
  private static final String NETWORK = "mobilenet_v3_small:untrained(4)";

  private final Path images;
  private final Path output;

  RecalibrateCommandTest(@TempDir Path folder) throws IOException {
    images = Files.createDirectory(folder.resolve("images"));
    output = folder.resolve("out.safetensors");
  }

  private void photographs(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      Random random = new Random(i);
      for (int pixel = 0; pixel < 40 * 30; pixel++) {
        image.setRGB(pixel % 40, pixel / 40, random.nextInt(1 << 24));
      }
      ImageIO.write(image, "png", images.resolve("p%d.png".formatted(i)).toFile());
    }
  }

  /** Exit code and, after it, what went to standard error. */
  private String recalibrate(String network, String... more) {
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      List<String> arguments =
          Stream.concat(
                  Stream.of(
                      "networks",
                      "recalibrate",
                      "--network",
                      network,
                      "--images",
                      images.toString(),
                      "--output",
                      output.toString()),
                  Stream.of(more))
              .toList();
      int code = Chiasm.execute(arguments.toArray(String[]::new));
      return code + " " + errors.toString(StandardCharsets.UTF_8);
    } finally {
      System.setErr(before);
    }
  }

  @Test
  void theFileSaysWhatItIsAndIsANetwork() throws IOException {
    // Given
    photographs(6);
    // When
    assertThat(recalibrate(NETWORK, "--images-count", "5", "--batch", "3")).startsWith("0 ");
    // Then
    StateDict weights = StateDict.open(output);
    assertThat(weights.metadata())
        .containsEntry("chiasm.seed", "4")
        .containsEntry("chiasm.batch_norm", "recalibrated on 5 images")
        .containsEntry("chiasm.batch", "3")
        .containsKey("chiasm.images_sha256");
    assertThat(weights.read("features.0.1.num_batches_tracked").values()).containsExactly(2);
    OnnxGraph network =
        new NetworkOpening(WeightsFolder.ofEnvironment()).named("mobilenet_v3_small:" + output);
    assertThat(network.metadata().get("chiasm.weights"))
        .isEqualTo("untrained(4), batch norm recalibrated on 5 images");
    try (Stream<Path> left = Files.list(output.getParent())) {
      assertThat(left).containsExactlyInAnyOrder(images, output);
    }
  }

  @Test
  void whatCannotBeDoneIsSaid() throws IOException {
    refused(recalibrate(NETWORK), "no PNG or JPEG files in " + images);
    photographs(1);
    refused(recalibrate(NETWORK), "one PNG or JPEG file in " + images);
    Path broken = Files.writeString(images.resolve("q.png"), "no photograph");
    refused(recalibrate(NETWORK), broken.toString());
    refused(recalibrate("alexnet:untrained(0)"), "has no batch norm to recalibrate");
    refused(recalibrate("alexnet:IMAGENET1K_V1"), "ARCHITECTURE:untrained(SEED) only");
    refused(recalibrate(NETWORK, "--batch", "1"), "must be 2 or more");
    refused(recalibrate(NETWORK, "--images-count", "1"), "must be 2 or more");
    assertThat(output).doesNotExist();
  }

  private static void refused(String result, String message) {
    assertThat(result).startsWith(ExitCode.WRONG_INPUT + " ").contains(message);
    assertThat(result).doesNotContain("Exception");
  }
}
