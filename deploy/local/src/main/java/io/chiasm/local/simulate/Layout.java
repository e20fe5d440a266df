package io.chiasm.local.simulate;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The files of one made participant in the layout of Algonauts 2023, and its truth. */
final class Layout {
  private final Path images;
  private final Path testImages;
  private final Path responses;
  private final Path masks;
  private final Path truth;

  Layout(Path root, int participant) throws IOException {
    String name = String.format(Locale.ROOT, "subj%02d", participant + 1);
    Path folder = root.resolve(name);
    images = Files.createDirectories(folder.resolve("training_split/training_images"));
    responses = Files.createDirectories(folder.resolve("training_split/training_fmri"));
    testImages = Files.createDirectories(folder.resolve("test_split/test_images"));
    masks = Files.createDirectories(folder.resolve("roi_masks"));
    truth = Files.createDirectories(root.resolve("truth").resolve(name));
  }

  /** Where the image of this row (counted from 0) belongs. */
  Path trainingImage(int row, StimulusId stimulus) {
    return images.resolve(imageName("train", row, stimulus));
  }

  Path testImage(int row, StimulusId stimulus) {
    return testImages.resolve(imageName("test", row, stimulus));
  }

  void writeMappings() throws IOException {
    for (RoiClass roiClass : RoiClass.values()) {
      NpyFiles.writeDict(masks.resolve("mapping_" + roiClass.label() + ".npy"), roiClass.names());
    }
  }

  void writeResponses(Hemisphere hemisphere, FloatTensor values) throws IOException {
    NpyFiles.write(responses.resolve(hemisphere.label() + "_training_fmri.npy"), values);
  }

  void writeMasks(Hemisphere hemisphere, Cortex cortex) throws IOException {
    int[] all = new int[cortex.vertices()];
    Arrays.fill(all, 1);
    NpyFiles.write(mask(hemisphere, "all-vertices_fsaverage"), cortex.onFsaverage(all));
    for (RoiClass roiClass : RoiClass.values()) {
      int[] ids = cortex.ids(roiClass);
      NpyFiles.write(mask(hemisphere, roiClass.label() + "_challenge"), ids);
      NpyFiles.write(mask(hemisphere, roiClass.label() + "_fsaverage"), cortex.onFsaverage(ids));
    }
  }

  void writeTruth(Hemisphere hemisphere, Cortex cortex, float[] signalR) throws IOException {
    NpyFiles.write(truth(hemisphere, "prf_x"), cortex.x);
    NpyFiles.write(truth(hemisphere, "prf_y"), cortex.y);
    NpyFiles.write(truth(hemisphere, "prf_sigma"), cortex.sigma);
    NpyFiles.write(truth(hemisphere, "bilateral_weight"), cortex.bilateral);
    NpyFiles.write(truth(hemisphere, "noise_ceiling_r"), cortex.ceiling);
    NpyFiles.write(truth(hemisphere, "signal_r"), signalR);
    NpyFiles.write(truth(hemisphere, "fsaverage_vertex"), cortex.fsaverage);
    int[] area = new int[cortex.vertices()];
    Arrays.setAll(area, vertex -> cortex.area[vertex].ordinal() + 1);
    NpyFiles.write(truth(hemisphere, "area"), area);
  }

  private static String imageName(String split, int row, StimulusId stimulus) {
    return String.format(Locale.ROOT, "%s-%04d_%s.png", split, row + 1, stimulus);
  }

  private Path mask(Hemisphere hemisphere, String name) {
    return masks.resolve(hemisphere.label() + "." + name + "_space.npy");
  }

  private Path truth(Hemisphere hemisphere, String name) {
    return truth.resolve(hemisphere.label() + "." + name + ".npy");
  }
}
