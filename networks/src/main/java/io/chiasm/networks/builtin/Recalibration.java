package io.chiasm.networks.builtin;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.checkpoint.NamedTensor;
import io.chiasm.networks.checkpoint.SafetensorsFile;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architecture.Variant;
import io.chiasm.networks.family.InitialWeights;
import io.chiasm.networks.module.Parameter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An untrained network whose batch norms get the statistics of images: torch's {@code
 * reset_running_stats()}, {@code momentum=None}, batch norms alone in training, and a pass over
 * batches of images. All other weights stay as they were drawn. To be used in this order: {@link
 * #form}, {@link #statistics} with every batch, {@link #write}.
 */
public final class Recalibration {
  private final Architecture architecture;
  private final long seed;
  private final TrainingForm form;
  private final RunningStatistics statistics;

  Recalibration(Architecture architecture, long seed, TrainingForm form) {
    this.architecture = architecture;
    this.seed = seed;
    this.form = form;
    this.statistics = new RunningStatistics(form);
  }

  /** The network that batches of images pass through. */
  public TrainingForm form() {
    return form;
  }

  /** Where each batch's statistics go. */
  public RunningStatistics statistics() {
    return statistics;
  }

  /**
   * Writes the state dict as safetensors, with notes of what it is.
   *
   * @param images that were seen
   * @param origin further notes, such as a digest of the images
   * @throws IOException if the stream does not take it
   */
  public void write(OutputStream out, int images, Map<String, String> origin) throws IOException {
    Map<String, String> notes = new Recalibrated(seed, images).notes();
    notes.put("chiasm.architecture", architecture.name());
    notes.putAll(new TreeMap<>(origin));
    SafetensorsFile.write(out, tensors(), notes);
  }

  private List<NamedTensor> tensors() {
    InitialWeights drawn = InitialWeights.of(architecture, seed);
    Map<String, FloatTensor> seen = statistics.tensors();
    List<NamedTensor> tensors = new ArrayList<>();
    for (Parameter parameter : architecture.parameters(Variant.NEW)) {
      FloatTensor initial = drawn.read(parameter.key());
      FloatTensor numbers = seen.getOrDefault(parameter.key(), initial);
      boolean counts = parameter.role() == Parameter.Role.COUNTER;
      tensors.add(new NamedTensor(parameter.key(), numbers, counts));
    }
    return tensors;
  }
}
