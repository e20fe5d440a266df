package io.chiasm.contracts.study;

import java.nio.file.Path;
import java.util.List;

/** Where the categories of a study's stimuli come from. */
public sealed interface SemanticSpec {
  /** The table {@code stimulus,category[,left_fraction]}. */
  record CategoryFile(Path file) implements SemanticSpec {}

  /**
   * NSD's photographs are crops of COCO's.
   *
   * @param stimuli NSD's table of stimuli, which has the crops
   * @param annotations COCO's instances, one file or more
   */
  record CroppedCoco(Path stimuli, List<Path> annotations) implements SemanticSpec {
    public CroppedCoco {
      annotations = List.copyOf(annotations);
      if (annotations.isEmpty()) {
        throw new IllegalArgumentException("no annotations");
      }
    }
  }
}
