package io.chiasm.report.writing.file;

import io.chiasm.contracts.brain.Model;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code vertices/<participant>/ceiling/{lh,rh}_<kind>.npy}, and {@code normalised_score_<model>}
 * beside the scores where the study gives ceilings. A lower bound normalises no single vertex: the
 * ratio would say more about its noise than about the model.
 */
public final class CeilingFiles {
  private final VertexFiles files;
  private final List<NoiseCeilings> ceilings;
  private final Set<String> written = new HashSet<>();

  public CeilingFiles(VertexFiles files, List<NoiseCeilings> ceilings) {
    this.files = files;
    this.ceilings = ceilings;
  }

  public void write(EncodingCell cell) {
    for (NoiseCeilings kind : ceilings) {
      kind.of(cell.participant(), cell.hemisphere())
          .ifPresent(ceiling -> write(cell, kind.kind(), ceiling));
    }
  }

  private void write(EncodingCell cell, NoiseCeilings.Kind kind, float[] ceiling) {
    String path =
        "vertices/%s/ceiling/%s_%s.npy"
            .formatted(cell.participant(), cell.hemisphere().label(), kind.label());
    if (written.add(path)) {
      files.write(path, ceiling);
    }
    if (kind == NoiseCeilings.Kind.GIVEN) {
      for (Model model : Model.values()) {
        String score = Quantity.score(model).label();
        if (cell.has(score)) {
          files.write(cell, "normalised_" + score, ratio(cell.values(score), ceiling));
        }
      }
    }
  }

  private static float[] ratio(float[] scores, float[] ceiling) {
    float[] ratio = new float[scores.length];
    for (int v = 0; v < ratio.length; v++) {
      ratio[v] = ceiling[v] > 0 ? scores[v] / ceiling[v] : Float.NaN;
    }
    return ratio;
  }
}
