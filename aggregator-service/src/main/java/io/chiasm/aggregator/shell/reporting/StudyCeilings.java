package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.ceiling.OthersCeiling;
import io.chiasm.study.plan.Material;
import io.chiasm.study.shell.importing.Imported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ceilings of a study: those given, and the lower bound where participants can be compared. */
final class StudyCeilings {
  private StudyCeilings() {}

  static List<NoiseCeilings> of(Imported imported, StoredTensors tensors) {
    List<NoiseCeilings> ceilings = new ArrayList<>(imported.ceilings());
    NoiseCeilings others = others(imported, tensors);
    if (!others.isEmpty()) {
      ceilings.add(others);
    }
    return ceilings;
  }

  private static NoiseCeilings others(Imported imported, StoredTensors tensors) {
    NoiseCeilings others = new NoiseCeilings(NoiseCeilings.Kind.OTHERS);
    List<Material.Participant> participants = imported.material().participants();
    if (participants.stream().map(Material.Participant::stimuli).distinct().count() == 1) {
      for (Hemisphere hemisphere : Hemisphere.values()) {
        Map<ParticipantId, TensorRef> responses = new LinkedHashMap<>();
        participants.stream()
            .filter(p -> p.responses().containsKey(hemisphere))
            .forEach(p -> responses.put(p.participant(), p.responses().get(hemisphere)));
        OthersCeiling.add(
            others,
            hemisphere,
            List.copyOf(responses.keySet()),
            participants.get(0).stimuli().size(),
            imported::fsaverage,
            p -> tensors.reals(Objects.requireNonNull(responses.get(p))));
      }
    }
    return others;
  }
}
