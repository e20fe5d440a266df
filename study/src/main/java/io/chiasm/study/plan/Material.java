package io.chiasm.study.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a study works on, once all of it lies in the store.
 *
 * @param networks in the study's order
 * @param features that no network computes, studied beside the networks
 * @param participants in the study's order
 */
public record Material(
    List<Network> networks, List<Features> features, List<Participant> participants) {
  public Material {
    networks = List.copyOf(networks);
    features = List.copyOf(features);
    participants = List.copyOf(participants);
  }

  /** Networks alone. */
  public Material(List<Network> networks, List<Participant> participants) {
    this(networks, List.of(), participants);
  }

  /**
   * A network ready to run.
   *
   * @param layers tensor name by the study's label
   * @param corrected tensors that are not computed simply batch by batch as the file has it
   * @param callosal for every callosum of a split in the architecture the layers by tensor
   */
  public record Network(
      String name,
      NetworkRef network,
      InputRecipe input,
      Map<String, String> layers,
      Set<String> corrected,
      Map<Callosum, Map<String, CallosalLayer>> callosal) {
    /** A network whose images stay apart, as in evaluation. */
    public Network(String name, NetworkRef network, InputRecipe input, Map<String, String> layers) {
      this(name, network, input, layers, Set.of(), Map.of());
    }

    /** The same with what becomes of it under each callosum. */
    public Network with(Map<Callosum, Map<String, CallosalLayer>> edited) {
      return new Network(name, network, input, layers, corrected, edited);
    }

    /** A layer under a callosum; empty if it cannot be had so. */
    Optional<CallosalLayer> callosal(Callosum callosum, String tensor) {
      return Optional.ofNullable(callosal.getOrDefault(callosum, Map.of()).get(tensor));
    }

    public Network {
      corrected = Set.copyOf(corrected);
      callosal = Map.copyOf(callosal);
      layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }
  }

  /**
   * Features that came with the study, such as categories; they stand where a layer's activations
   * would.
   *
   * @param network name in tables, as if they were a network's
   * @param layer label, as if they were a layer's
   * @param tensor {@code [stimulus, channel, row, column]} float32
   * @param stimuli of its rows
   */
  public record Features(String network, String layer, TensorRef tensor, List<StimulusId> stimuli) {
    public Features {
      stimuli = List.copyOf(stimuli);
    }

    /**
     * The rows of these stimuli.
     *
     * @throws IllegalArgumentException if there is none for one of them
     */
    List<Integer> rows(List<StimulusId> wanted) {
      Map<StimulusId, Integer> rows = new HashMap<>();
      stimuli.forEach(stimulus -> rows.put(stimulus, rows.size()));
      return wanted.stream().map(stimulus -> row(rows, stimulus)).toList();
    }

    private static Integer row(Map<StimulusId, Integer> rows, StimulusId stimulus) {
      Integer row = rows.get(stimulus);
      if (row == null) {
        throw new IllegalArgumentException("no features of " + stimulus);
      }
      return row;
    }
  }

  /**
   * One participant's part of the study.
   *
   * @param stimuli in ascending order of their ids
   * @param folds {@code [stimulus]} int64
   * @param responses {@code [stimulus, vertex]} float32 or float64 by hemisphere
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
