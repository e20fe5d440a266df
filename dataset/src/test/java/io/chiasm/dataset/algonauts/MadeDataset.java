package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A tiny data set: two participants, five and four stimuli in different orders, three shared; four
 * vertices a hemisphere. The response of vertex v to stimulus s is s + v / 10.
 */
public final class MadeDataset {
  public static final List<Integer> FIRST_SAW = List.of(30, 10, 20, 50, 40);
  public static final List<Integer> SECOND_SAW = List.of(10, 60, 40, 30);
  static final int VERTICES = 4;
  static final int[] PLACES = {7, 100, 5000, 163_841};
  static final int[] IDS = {0, 1, 2, 1};

  private final Path root;

  private MadeDataset(Path root) {
    this.root = root;
  }

  public static MadeDataset in(Path root) {
    MadeDataset made = new MadeDataset(root);
    made.participant("subj01", FIRST_SAW);
    made.participant("subj02", SECOND_SAW);
    return made;
  }

  public Path root() {
    return root;
  }

  public Path path(String relative) {
    return root.resolve(relative);
  }

  DatasetReport check() {
    return AlgonautsDataset.check(root, List.of(), CheckDepth.FULL);
  }

  DatasetReport quickCheck() {
    return AlgonautsDataset.check(root, List.of(), CheckDepth.QUICK);
  }

  public void write(String relative, byte[] bytes) {
    try {
      Path file = root.resolve(relative);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String relative) {
    try {
      Files.delete(root.resolve(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rename(String from, String to) {
    try {
      Files.move(root.resolve(from), root.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteFolder(String relative) {
    try (var files = Files.walk(root.resolve(relative))) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void image(String relative, int stimulus) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, 64).forEach(i -> image.setRGB(i % 8, i / 8, stimulus * 977 + i));
    try {
      Path file = root.resolve(relative);
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static float[] responses(List<Integer> stimuli) {
    float[] values = new float[stimuli.size() * VERTICES];
    for (int i = 0; i < values.length; i++) {
      values[i] = stimuli.get(i / VERTICES) + (i % VERTICES) / 10f;
    }
    return values;
  }

  static int[] onFsaverage(int... ids) {
    int[] mask = new int[MaskReading.FSAVERAGE];
    IntStream.range(0, ids.length).forEach(v -> mask[PLACES[v]] = ids[v]);
    return mask;
  }

  static byte[] resource(String name) {
    try (InputStream in = MadeDataset.class.getResourceAsStream("mappings/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void participant(String name, List<Integer> stimuli) {
    for (int row = 0; row < stimuli.size(); row++) {
      int stimulus = stimuli.get(row);
      image(String.format("%s/%s", name, trainingImage(row + 1, stimulus)), stimulus);
    }
    image(name + "/test_split/test_images/test-0001_nsd-00099.png", 99);
    write(name + "/roi_masks/mapping_floc-places.npy", resource("saved_by_numpy2.npy"));
    for (Hemisphere hemisphere : Hemisphere.values()) {
      hemisphere(name, hemisphere.label(), stimuli);
    }
  }

  static String trainingImage(int number, int stimulus) {
    return String.format(
        "training_split/training_images/train-%04d_nsd-%05d.png", number, stimulus);
  }

  private void hemisphere(String name, String hemisphere, List<Integer> stimuli) {
    write(
        name + "/training_split/training_fmri/" + hemisphere + "_training_fmri.npy",
        NpyBytes.floats("(" + stimuli.size() + ", 4)", responses(stimuli)));
    String masks = name + "/roi_masks/" + hemisphere + ".";
    write(
        masks + "all-vertices_fsaverage_space.npy", NpyBytes.bytes("|u1", onFsaverage(1, 1, 1, 1)));
    write(masks + "floc-places_challenge_space.npy", NpyBytes.longs(IDS));
    write(masks + "floc-places_fsaverage_space.npy", NpyBytes.bytes("|i1", onFsaverage(IDS)));
  }
}
