package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.validation.Folds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The study's folds. Drawn once over every stimulus of the study, so that a stimulus is held out in
 * the same fold for every participant who saw it.
 */
public final class StudyFolds {
  private static final long LARGEST_FILE = 16L << 20;

  private final List<StimulusId> stimuli;
  private final Folds folds;
  private final Map<StimulusId, Integer> places = new HashMap<>();

  private StudyFolds(List<StimulusId> stimuli, Folds folds) {
    this.stimuli = stimuli;
    this.folds = folds;
    for (int i = 0; i < stimuli.size(); i++) {
      places.put(stimuli.get(i), i);
    }
  }

  /**
   * Draws or reads the folds of these stimuli, ascending.
   *
   * @throws InputException if they cannot be drawn or the file is wrong
   */
  public static StudyFolds of(ValidationSpec validation, List<StimulusId> stimuli) {
    Folds folds =
        validation instanceof ValidationSpec.FoldFile file
            ? Folds.read(InputText.read(file.file(), LARGEST_FILE), file.file().toString(), stimuli)
            : Folds.draw(validation, stimuli.size());
    return new StudyFolds(stimuli, folds);
  }

  /**
   * The folds of one participant's stimuli, {@code [stimulus]}.
   *
   * @throws InputException if a fold is left with too few of them
   */
  LongTensor of(List<StimulusId> wanted) {
    int[] assignment = wanted.stream().mapToInt(s -> folds.foldOf(place(s))).toArray();
    Folds.of(assignment);
    return new LongTensor(
        Shape.of(assignment.length), Arrays.stream(assignment).asLongStream().toArray());
  }

  /** The table {@code stimulus,fold} of all stimuli. */
  public String csv() {
    return folds.csv(stimuli);
  }

  private int place(StimulusId stimulus) {
    return places.getOrDefault(stimulus, -1);
  }
}
