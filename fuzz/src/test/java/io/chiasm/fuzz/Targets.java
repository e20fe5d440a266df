package io.chiasm.fuzz;

import io.chiasm.dataset.algonauts.AlgonautsReading;
import io.chiasm.fuzz.reading.ArrayReading;
import io.chiasm.fuzz.reading.CertificateReading;
import io.chiasm.fuzz.reading.CheckpointReading;
import io.chiasm.fuzz.reading.GraphReading;
import io.chiasm.fuzz.reading.JsonReading;
import io.chiasm.fuzz.reading.PhotographReading;
import io.chiasm.fuzz.reading.Reader;
import io.chiasm.fuzz.reading.RecordReading;
import io.chiasm.fuzz.reading.SurfaceReading;
import io.chiasm.fuzz.reading.TableReading;
import io.chiasm.fuzz.reading.YamlReading;
import java.util.List;

/** All targets: one for every form in which bytes from outside come in. */
final class Targets {
  private static final long MIB = 1 << 20;

  /** Buffers, messages and what a library sets up at each call. */
  private static final long ANYWAY = 16 * MIB;

  /** An object for every byte, several times over. */
  private static final long PER_BYTE = 2048;

  /** A million pixels, which the target's own limit allows: 16-bit rows, rasters, samples. */
  private static final long MILLION_PIXELS = 64 * MIB;

  /** 2^26 pixels of a JPEG, which the data set's own limit allows, as three bytes each. */
  private static final long MOST_PIXELS = 256 * MIB;

  /** FreeSurfer's counts are limited to a million vertices and two million faces. */
  private static final long SURFACE = 96 * MIB;

  static final List<Target> ALL =
      List.of(
          new Target("photograph", PhotographReading::decode, MILLION_PIXELS, PER_BYTE),
          target("orientation", PhotographReading::orientation),
          new Target("image", AlgonautsReading::image, MOST_PIXELS, PER_BYTE),
          target("npy", ArrayReading::stream),
          target("npy-file", ArrayReading::file),
          target("mapping", AlgonautsReading::mapping),
          target("mask", AlgonautsReading::mask),
          target("responses", AlgonautsReading::responses),
          target("torch-zip", CheckpointReading::file),
          target("torch-legacy", CheckpointReading::file),
          target("safetensors", CheckpointReading::file),
          new Target("onnx", GraphReading::bytes, 4 * ANYWAY, 16 * PER_BYTE),
          new Target("onnx-file", GraphReading::file, 4 * ANYWAY, 16 * PER_BYTE),
          target("study", YamlReading::study),
          target("tokens", YamlReading::tokens),
          target("event", JsonReading::event),
          target("document", JsonReading::document),
          target("folds", TableReading::folds),
          target("categories", TableReading::categories),
          target("nsd-stimuli", TableReading::nsdStimuli),
          target("coco", TableReading::coco),
          target("references", TableReading::references),
          new Target("surface-mesh", SurfaceReading::freeSurferMesh, SURFACE, PER_BYTE),
          new Target("surface-depth", SurfaceReading::freeSurferDepth, SURFACE, PER_BYTE),
          target("gifti-mesh", SurfaceReading::giftiMesh),
          target("gifti-depth", SurfaceReading::giftiDepth),
          new Target("gifti-packed", SurfaceReading::packedGifti, SURFACE, 16 * PER_BYTE),
          target("certificates", CertificateReading::file),
          target("folder-record", RecordReading::folder));

  private Targets() {}

  static Target named(String name) {
    return ALL.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no target '"
                        + name
                        + "'; there are "
                        + ALL.stream().map(Target::name).toList()));
  }

  private static Target target(String name, Reader reader) {
    return new Target(name, reader, ANYWAY, PER_BYTE);
  }
}
