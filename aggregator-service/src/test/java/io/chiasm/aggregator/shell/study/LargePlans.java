package io.chiasm.aggregator.shell.study;

import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.plan.Planner;
import java.util.List;

/** Plans of more tasks than the made material has. */
final class LargePlans {
  private static final int BLOCK = 32;

  /** None of the made material's. */
  private static final int FIRST = 1000;

  private LargePlans() {}

  /** One network of two layers over so many blocks. */
  static Plan ofBlocks(int blocks) {
    return Planner.plan(MadeMaterial.ID, MadeMaterial.study(), material(blocks));
  }

  static Material material(int blocks) {
    return new Material(
        List.of(MadeMaterial.network("trained", null)),
        List.of(
            MadeMaterial.participant(
                "subj01", MadeMaterial.stimuli(FIRST, FIRST + blocks * BLOCK))));
  }
}
