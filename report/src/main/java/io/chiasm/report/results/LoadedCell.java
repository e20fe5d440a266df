package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cell that reads every array once. */
final class LoadedCell implements EncodingCell {
  private final EncodingCell cell;
  private final Map<String, float[]> arrays = new HashMap<>();
  private final Map<String, float[][]> foldwise = new HashMap<>();

  LoadedCell(EncodingCell cell) {
    this.cell = cell;
  }

  @Override
  public ParticipantId participant() {
    return cell.participant();
  }

  @Override
  public Hemisphere hemisphere() {
    return cell.hemisphere();
  }

  @Override
  public Condition condition() {
    return cell.condition();
  }

  @Override
  public List<String> names() {
    return cell.names();
  }

  @Override
  public float[] values(String name) {
    return arrays.computeIfAbsent(name, cell::values);
  }

  @Override
  public float[][] foldwise(String name) {
    return foldwise.computeIfAbsent(name, cell::foldwise);
  }
}
