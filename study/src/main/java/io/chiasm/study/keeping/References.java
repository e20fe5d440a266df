package io.chiasm.study.keeping;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.study.plan.Material;
import io.chiasm.study.plan.Plan;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The objects beyond its own folder that a study refers to, whether they are there yet or not: what
 * it imports, and all that it computes. Documents stand for their matrices and arrays.
 */
public final class References {
  private static final String HEAD = "# objects that this study refers to, 1\n";

  private final Set<ObjectKey> keys;

  private References(Set<ObjectKey> keys) {
    this.keys = Collections.unmodifiableSet(keys);
  }

  /** All that a planned study refers to. */
  public static References of(Plan plan, Material material) {
    Set<ObjectKey> keys = new TreeSet<>();
    material.networks().forEach(network -> keys.add(network.network().graph()));
    material.features().forEach(features -> keys.add(features.tensor().key()));
    for (Material.Participant participant : material.participants()) {
      participant.stimuli().forEach(stimulus -> keys.add(stimulus.image()));
      keys.add(participant.folds().key());
      participant.responses().values().forEach(responses -> keys.add(responses.key()));
    }
    plan.extraction()
        .forEach(task -> task.layers().forEach(layer -> keys.add(layer.block(task.block()))));
    for (FanIn fanIn : plan.fanIns().values()) {
      fanIn.blocks().stream().map(BlockRows::block).forEach(keys::add);
      fanIn.grams().map(GramTask::result).forEach(keys::add);
      fanIn.tasks().stream().map(EncodingTask::result).forEach(keys::add);
    }
    return new References(keys);
  }

  /** In ascending order. */
  public Set<ObjectKey> keys() {
    return keys;
  }

  /** One key a line, below a line that says what it is. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD);
    keys.forEach(key -> text.append(key).append('\n'));
    return text.toString();
  }

  /**
   * The list as {@link #text} wrote it.
   *
   * @param source its name, for the message
   * @throws InputException if it is none: whoever took a damaged list for a short one would give up
   *     what is needed
   */
  public static References read(String text, String source) {
    if (!text.startsWith(HEAD) || !text.endsWith("\n")) {
      throw new InputException(source + ": not a list of a study's objects; resume the study");
    }
    Set<ObjectKey> keys = new TreeSet<>();
    text.lines().skip(1).forEach(line -> keys.add(key(line, source)));
    return new References(keys);
  }

  private static ObjectKey key(String line, String source) {
    return ObjectKey.parse(line)
        .orElseThrow(
            () ->
                new InputException(
                    source + ": '" + line + "' is no object's key; resume the study"));
  }
}
