package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.StimulusId;
import java.nio.file.Path;

/**
 * A photograph that a participant saw in training.
 *
 * @param row of the participant's responses, counted from 0
 */
record TrainingImage(int row, StimulusId stimulus, Path file) {
  /** The same with the file that a link kept as text names within the data set. */
  TrainingImage followed(Path dataset) {
    return new TrainingImage(row, stimulus, TextLink.follow(file, dataset));
  }
}
