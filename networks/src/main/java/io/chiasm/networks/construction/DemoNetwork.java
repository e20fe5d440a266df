package io.chiasm.networks.construction;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.graph.ImageSize;
import java.util.List;

/**
 * A small fixed network for demonstrations: nothing in it is learned or random. On images of 64 ×
 * 64 it has three layers to study.
 *
 * <ul>
 *   <li>{@code early} {@code [24, 32, 32]}: Gabor energies, √(even² + odd²), of 4 orientations in
 *       luminance (3 scales), red–green (2) and blue–yellow (1); column j is centred on pixel 2j
 *   <li>{@code middle} {@code [32, 16, 16]}: pooled luminance energies; their surplus over the
 *       surround; an orientation against the one across; colour energies; all rectified
 *   <li>{@code late} {@code [48, 7, 7]}: profiles over middle channels by position and gradient,
 *       rectified. Its width is odd, so the midline rule matters
 * </ul>
 */
public final class DemoNetwork {
  public static final String EARLY = "early";
  public static final String MIDDLE = "middle";
  public static final String LATE = "late";

  /** What it takes. */
  public static final ImageSize INPUT_SIZE = new ImageSize(64, 64);

  /** Pixels from −1 to 1. */
  public static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));

  private static final int ENERGIES = 24;
  private static final int LUMINANCE = 12;
  private static final int MIDDLE_CHANNELS = 32;
  private static final int PROFILES = 16;
  private static final int LATE_KERNEL = 4;

  private DemoNetwork() {}

  /** The bytes of its ONNX file, the same on every machine. */
  public static byte[] bytes() {
    GraphBuilder graph = GraphBuilder.named("chiasm-demo");
    String image = graph.input("image", INPUT_SIZE, NORMALISATION);
    graph
        .metadata("layers.early", EARLY)
        .metadata("layers.middle", MIDDLE)
        .metadata("layers.late", LATE);
    String early = early(graph, image);
    String pooled = graph.averagePool("pooled", early, 3, Convolution.stride(2).padded(1));
    String middle =
        graph.relu(
            MIDDLE,
            graph.conv("combined", pooled, combinations(), Convolution.stride(1).padded(1)));
    String late =
        graph.relu(LATE, graph.conv("profiled", middle, profiles(), Convolution.stride(2)));
    return graph.output(late, Shape.of(48, 7, 7)).bytes();
  }

  private static String early(GraphBuilder graph, String image) {
    GaborBank bank = new GaborBank();
    Convolution steps = Convolution.stride(2).padded(GaborBank.KERNEL / 2);
    String even = graph.square("even.squared", graph.conv("even", image, bank.even(), steps));
    String odd = graph.square("odd.squared", graph.conv("odd", image, bank.odd(), steps));
    return graph.squareRoot(EARLY, graph.add("energy", even, odd));
  }

  /** {@code [32, 24, 3, 3]} over pooled energies. */
  private static FloatTensor combinations() {
    FloatTensor weights = FloatTensor.zeros(MIDDLE_CHANNELS, ENERGIES, 3, 3);
    for (int c = 0; c < LUMINANCE; c++) {
      set(weights, c, c, 1, 0);
      set(weights, LUMINANCE + c, c, 1, -1 / 8f);
    }
    for (int o = 0; o < GaborBank.ORIENTATIONS; o++) {
      int across = (o + GaborBank.ORIENTATIONS / 2) % GaborBank.ORIENTATIONS;
      int against = 2 * LUMINANCE + o;
      // Of the middle scale.
      set(weights, against, GaborBank.ORIENTATIONS + o, 1, 0);
      set(weights, against, GaborBank.ORIENTATIONS + across, -1, 0);
      int colour = 2 * LUMINANCE + GaborBank.ORIENTATIONS + o;
      for (int c = LUMINANCE + o; c < ENERGIES; c += GaborBank.ORIENTATIONS) {
        set(weights, colour, c, 1, 0);
      }
    }
    return weights;
  }

  /** A 3 × 3 plane with one value in the centre and another around it. */
  private static void set(FloatTensor weights, int out, int in, float centre, float around) {
    int start = (out * ENERGIES + in) * 9;
    for (int i = 0; i < 9; i++) {
      weights.values()[start + i] = i == 4 ? centre : around;
    }
  }

  /** {@code [48, 32, 4, 4]}: cosine profiles over channels × mean, column and row gradient. */
  private static FloatTensor profiles() {
    int window = LATE_KERNEL * LATE_KERNEL;
    FloatTensor weights =
        FloatTensor.zeros(3 * PROFILES, MIDDLE_CHANNELS, LATE_KERNEL, LATE_KERNEL);
    for (int i = 0; i < weights.values().length; i++) {
      int out = i / (window * MIDDLE_CHANNELS);
      int channel = i / window % MIDDLE_CHANNELS;
      double wave = StrictMath.cos(Math.PI * (channel + 0.5) * (out % PROFILES) / MIDDLE_CHANNELS);
      int kind = out / PROFILES;
      // Means of rectified values must not be subtracted away: their profiles are positive.
      double profile = kind == 0 ? (1 + wave) / 2 : wave;
      weights.values()[i] = (float) (profile * place(kind, i % window) / window);
    }
    return weights;
  }

  private static double place(int kind, int position) {
    double middle = (LATE_KERNEL - 1) / 2.0;
    return switch (kind) {
      case 0 -> 1;
      case 1 -> position % LATE_KERNEL - middle;
      default -> position / LATE_KERNEL - middle;
    };
  }
}
