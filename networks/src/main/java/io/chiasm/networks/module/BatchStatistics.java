package io.chiasm.networks.module;

import io.chiasm.networks.construction.Attributes;
import java.util.List;

/**
 * Where a graph gives out what a batch norm found in a batch: two tensors {@code [image, channel,
 * 1, 1]}. Their means over the images are the batch's mean and biased variance per channel.
 *
 * @param norm path of the module
 * @param means over every image's own positions
 * @param variances mean squared distance, over every image's own positions, to the batch's mean
 */
public record BatchStatistics(String norm, String means, String variances) {
  private static final long ROWS = 2;
  private static final long COLUMNS = 3;

  /** Normalises by the batch's own mean and biased variance; the running ones are not read. */
  static String emit(BatchNorm2d norm, String path, String in, Emission to) {
    String means = overPositions(path, "image_mean", in, to);
    String mean = overImages(path, "batch_mean", means, to);
    String centred = to.step(path, "centred", "Sub", List.of(in, mean));
    String squares = to.step(path, "squares", "Mul", List.of(centred, centred));
    String variances = overPositions(path, "image_variance", squares, to);
    String variance = overImages(path, "batch_variance", variances, to);
    String raised =
        to.step(path, "raised", "Add", List.of(variance, to.scalar(path, "eps", norm.eps())));
    String std = to.step(path, "std", "Sqrt", List.of(raised));
    String normal = to.step(path, "normal", "Div", List.of(centred, std));
    String scaled =
        to.step(path, "scaled", "Mul", List.of(normal, norm.perChannel(path, "weight", to)));
    to.noteStatistics(new BatchStatistics(path, means, variances));
    return to.node(path, "Add", List.of(scaled, norm.perChannel(path, "bias", to)));
  }

  private static String overPositions(String path, String name, String in, Emission to) {
    return to.step(
        path, name, "ReduceMean", List.of(in), Attributes.integers("axes", ROWS, COLUMNS));
  }

  private static String overImages(String path, String name, String in, Emission to) {
    return to.step(path, name, "ReduceMean", List.of(in), Attributes.integers("axes", 0));
  }
}
