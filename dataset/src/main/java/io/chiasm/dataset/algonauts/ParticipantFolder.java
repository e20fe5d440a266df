package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.nio.file.Path;

/**
 * Where the files of one participant lie.
 *
 * @param path the folder {@code subj01}
 */
record ParticipantFolder(Path path, ParticipantId participant) {
  /** The folder that holds all participants. */
  Path dataset() {
    return path.resolveSibling("");
  }

  Path images() {
    return path.resolve("training_split").resolve("training_images");
  }

  Path testImages() {
    return path.resolve("test_split").resolve("test_images");
  }

  Path responses(Hemisphere hemisphere) {
    return path.resolve("training_split")
        .resolve("training_fmri")
        .resolve(hemisphere.label() + "_training_fmri.npy");
  }

  Path masks() {
    return path.resolve("roi_masks");
  }

  Path mapping(String roiClass) {
    return masks().resolve("mapping_" + roiClass + ".npy");
  }

  Path challengeMask(Hemisphere hemisphere, String roiClass) {
    return masks().resolve(hemisphere.label() + "." + roiClass + "_challenge_space.npy");
  }

  Path fsaverageMask(Hemisphere hemisphere, String roiClass) {
    return masks().resolve(hemisphere.label() + "." + roiClass + "_fsaverage_space.npy");
  }

  Path allVertices(Hemisphere hemisphere) {
    return fsaverageMask(hemisphere, "all-vertices");
  }
}
