package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Predictions of a vertex that follows its contralateral half. */
public final class MadeVertex {
  private MadeVertex() {}

  public static VertexPrediction of(int stimuli) {
    Random random = new Random(4);
    List<VertexPrediction.Row> rows = new ArrayList<>();
    for (int i = 0; i < stimuli; i++) {
      double signal = random.nextGaussian();
      double measured = signal + random.nextGaussian();
      rows.add(
          new VertexPrediction.Row(
              new StimulusId(13 + 7 * i),
              i % 10,
              measured,
              Map.of(
                  Model.FULL, 0.5 * signal + 0.3 * random.nextGaussian(),
                  Model.CONTRA, 0.5 * signal + 0.2 * random.nextGaussian(),
                  Model.IPSI, 0.3 * random.nextGaussian())));
    }
    return new VertexPrediction(
        new ParticipantId("subj01"),
        Hemisphere.LH,
        12345,
        List.of(new Roi("prf-visualrois", "V1v"), new Roi("streams", "early")),
        new Condition("trained", "early", "features.2", "features", "ridge"),
        false,
        rows,
        Map.of(Model.FULL, 0.55, Model.CONTRA, 0.67, Model.IPSI, 0.19));
  }
}
