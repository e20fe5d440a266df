package io.chiasm.local.simulate;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Writes a made data set in the layout of Algonauts 2023, whose lateralisation is known: one option
 * record gives the same images and numbers everywhere, without any other file.
 */
public final class Simulation {
  private static final String SURFACE = "surface";
  private static final Hemisphere[] HEMISPHERES = Hemisphere.values();

  private final SimulationOptions options;
  private final Cast cast;
  private final ChannelMaps channels;
  private final MadeSurface surface;
  private final List<Layout> layouts = new ArrayList<>();

  private Simulation(SimulationOptions options) {
    this.options = options;
    this.cast = new Cast(options);
    this.channels = new ChannelMaps(options.imageSize());
    this.surface = new MadeSurface(options.vertices());
  }

  /**
   * Writes the data set, its truth and a study file.
   *
   * @param folder does not exist yet, or is empty
   * @param study name of the study
   * @param networks the study file's text from {@code networks:} on: networks, layers and whatever
   *     else differs from the defaults
   * @throws InputException if the folder holds anything or cannot be written
   */
  public static SimulatedDataset write(
      Path folder, SimulationOptions options, String study, String networks) {
    try {
      requireEmpty(folder);
      return new Simulation(options).write(folder, study, networks);
    } catch (UncheckedIOException e) {
      throw OutputFolder.cannotWrite(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder, e);
    }
  }

  private SimulatedDataset write(Path folder, String study, String networks) throws IOException {
    for (int participant = 0; participant < options.participants(); participant++) {
      layouts.add(new Layout(folder, participant));
      layouts.get(participant).writeMappings();
    }
    Pooling pooling = new Pooling(writeImages());
    IntStream.range(0, options.participants() * HEMISPHERES.length)
        .parallel()
        .filter(i -> HEMISPHERES[i % 2] == Hemisphere.LH || !options.hasOneHemisphere(i / 2))
        .forEach(i -> writeHemisphere(i / 2, HEMISPHERES[i % 2], pooling));
    surface.write(folder.resolve(SURFACE));
    Files.writeString(folder.resolve("truth/README.md"), TruthText.of(options, channels.names()));
    Path studyFile = folder.resolve("study.yaml");
    Files.writeString(studyFile, studyText(study, networks));
    return new SimulatedDataset(folder, studyFile, cast.scenes());
  }

  /** {@code [scene] [channel][cell]} of the scenes that someone has responses to. */
  private List<float[][]> writeImages() {
    List<List<Path>> files = files();
    return IntStream.range(0, cast.scenes())
        .parallel()
        .mapToObj(
            i -> {
              Scene scene = Scene.draw(options.imageSize(), new Draws(options.seed(), "scene", i));
              save(scene.png(), files.get(i));
              return i < cast.trained() ? channels.of(scene) : new float[0][];
            })
        .toList()
        .subList(0, cast.trained());
  }

  /** Every file that shows a scene, by scene. */
  private List<List<Path>> files() {
    List<List<Path>> files = new ArrayList<>();
    for (int scene = 0; scene < cast.scenes(); scene++) {
      files.add(new ArrayList<>());
    }
    for (int participant = 0; participant < layouts.size(); participant++) {
      Layout layout = layouts.get(participant);
      int[] training = cast.training(participant);
      for (int row = 0; row < training.length; row++) {
        files.get(training[row]).add(layout.trainingImage(row, cast.stimulus(training[row])));
      }
      int[] test = cast.test(participant);
      for (int row = 0; row < test.length; row++) {
        files.get(test[row]).add(layout.testImage(row, cast.stimulus(test[row])));
      }
    }
    return files;
  }

  private void writeHemisphere(int participant, Hemisphere hemisphere, Pooling pooling) {
    int index = 2 * participant + hemisphere.ordinal();
    Cortex cortex =
        new Cortex(
            hemisphere,
            cast.vertices(participant, hemisphere == Hemisphere.LH),
            surface.covered(),
            new Draws(options.seed(), "cortex", index));
    if (options.hasOneHemisphere(participant)) {
      cortex.seeBothHemifields(new Draws(options.seed(), "hemifields", index));
    }
    Double leak = options.leak();
    if (leak != null) {
      cortex.leak(leak);
    }
    Responses responses =
        Responses.of(
            cortex,
            pooling,
            cast.training(participant),
            new Draws(options.seed(), "responses", index));
    Layout layout = layouts.get(participant);
    try {
      layout.writeMasks(hemisphere, cortex);
      layout.writeResponses(hemisphere, responses.values());
      layout.writeTruth(hemisphere, cortex, responses.signalR());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String studyText(String study, String networks) {
    return String.join(
            "\n",
            "# A made data set (seed " + options.seed() + "); what was planted: truth/README.md",
            "study: " + study,
            "dataset:",
            "  algonauts: .",
            "  participants: all",
            "  stimuli: shared",
            networks.strip(),
            "surface: " + SURFACE)
        + "\n";
  }

  private static void save(byte[] bytes, List<Path> files) {
    try {
      for (Path file : files) {
        Files.write(file, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes sure that a folder does not exist or holds nothing.
   *
   * @throws InputException if it is a file or holds anything
   */
  public static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + " is a file; name a new folder for the data set");
    }
    try {
      if (!OutputFolder.isEmpty(folder)) {
        throw new InputException(folder + " is not empty; name a new folder for the data set");
      }
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder, e);
    }
  }
}
