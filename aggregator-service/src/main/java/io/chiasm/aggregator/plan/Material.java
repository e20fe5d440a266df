package io.chiasm.aggregator.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study works on, once all of it lies in the store.
 *
 * @param networks in the study's order
 * @param participants in the study's order
 */
public record Material(List<Network> networks, List<Participant> participants) {
  public Material {
    networks = List.copyOf(networks);
    participants = List.copyOf(participants);
  }

  /**
   * A network ready to run.
   *
   * @param layers tensor name by the study's label
   */
  public record Network(
      String name, NetworkRef network, InputRecipe input, Map<String, String> layers) {
    public Network {
      layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }
  }

  /**
   * One participant's part of the study.
   *
   * @param stimuli in ascending order of their ids
   * @param folds {@code [stimulus]} int64
   * @param responses {@code [stimulus, vertex]} float32 by hemisphere
   */
  public record Participant(
      ParticipantId participant,
      List<StimulusRef> stimuli,
      TensorRef folds,
      Map<Hemisphere, TensorRef> responses) {
    public Participant {
      stimuli = List.copyOf(stimuli);
      responses = Collections.unmodifiableMap(new LinkedHashMap<>(responses));
    }
  }
}
