package io.chiasm.extraction.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** PNG files of 425 x 425, smooth with some noise: they compress about as photographs do. */
final class MadePhotographs {
  private static final int SIDE = 425;
  private static final int NOISE = 12;

  private MadePhotographs() {}

  static Path write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("image-%05d.png".formatted(i));
      ImageIO.write(photograph(new SplittableRandom(i)), "png", file.toFile());
    }
    return folder;
  }

  private static BufferedImage photograph(SplittableRandom random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    double[] waves = random.doubles(6, 0.01, 0.1).toArray();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
          double smooth = 90 * Math.sin(waves[channel] * x) * Math.cos(waves[3 + channel] * y);
          colour = colour << 8 | (int) (128 + smooth) + random.nextInt(-NOISE, NOISE);
        }
        image.setRGB(x, y, colour);
      }
    }
    return image;
  }
}
