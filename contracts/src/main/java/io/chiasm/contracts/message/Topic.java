package io.chiasm.contracts.message;

import java.util.Arrays;

/** The topics of the pipeline. */
public enum Topic {
  /** Queue: forward passes over blocks of stimuli. */
  EXTRACTION_TASKS("extraction-tasks", true, 1),
  /** Activations of one layer over one block are in the store. Keyed by fan-in. */
  ACTIVATIONS("activations", false, 6),
  /** Queue: encoding models of one participant, hemisphere, network, layer and split. */
  ENCODING_TASKS("encoding-tasks", true, 1),
  /** Encodings of one task are in the store. Keyed by study. */
  ENCODINGS("encodings", false, 3),
  /** Life of a study. Keyed by study. */
  STUDIES("studies", false, 1),
  /** Tasks that will never work, with the reason. Keyed by study. */
  DEAD_LETTERS("dead-letters", false, 1);

  private final String label;
  private final boolean queue;
  private final int partitions;

  Topic(String label, boolean queue, int partitions) {
    this.label = label;
    this.queue = queue;
    this.partitions = partitions;
  }

  /** The name on the broker. */
  public String label() {
    return label;
  }

  /** Whether a share group works it off, any idle worker taking the next record. */
  public boolean queue() {
    return queue;
  }

  /**
   * Partitions it is created with. A queue has one: any number of workers share it, in order, and
   * none holds others' tasks when it dies.
   */
  public int partitions() {
    return partitions;
  }

  /**
   * The share group of this queue's workers.
   *
   * @throws IllegalStateException if this topic is not a queue
   */
  public String shareGroup() {
    if (!queue) {
      throw new IllegalStateException(label + " is not a queue");
    }
    return label + "-workers";
  }

  /**
   * The topic of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Topic of(String label) {
    return Arrays.stream(values())
        .filter(t -> t.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no topic '" + label + "'"));
  }
}
