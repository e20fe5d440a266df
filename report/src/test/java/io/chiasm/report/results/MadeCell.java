package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A cell whose arrays are given; counts how often an array is read. */
public final class MadeCell implements EncodingCell {
  private final ParticipantId participant;
  private final Hemisphere hemisphere;
  private final Condition condition;
  private final Map<String, float[]> arrays;
  private int reads;

  public MadeCell(
      String participant, Hemisphere hemisphere, Condition condition, Map<String, float[]> arrays) {
    this.participant = new ParticipantId(participant);
    this.hemisphere = hemisphere;
    this.condition = condition;
    this.arrays = new TreeMap<>(arrays);
  }

  int reads() {
    return reads;
  }

  @Override
  public ParticipantId participant() {
    return participant;
  }

  @Override
  public Hemisphere hemisphere() {
    return hemisphere;
  }

  @Override
  public Condition condition() {
    return condition;
  }

  @Override
  public List<String> names() {
    return List.copyOf(arrays.keySet());
  }

  @Override
  public float[] values(String name) {
    reads++;
    return Objects.requireNonNull(arrays.get(name), name).clone();
  }
}
