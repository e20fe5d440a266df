package io.chiasm.contracts.message;

/**
 * A task that will never work, and why.
 *
 * @param id the failed task's id
 * @param reason for the user: what was wrong, where, what would be right
 * @param origin topic it came from
 * @param partition of the origin
 * @param offset in that partition
 * @param deliveries how often it was tried
 * @param worker host and process that gave up
 * @param event the whole failed event, as it was received
 */
public record DeadLetter(
    String study,
    String id,
    String reason,
    String origin,
    int partition,
    long offset,
    int deliveries,
    String worker,
    String event)
    implements Message {
  @Override
  public String key() {
    return study;
  }

  @Override
  public Topic topic() {
    return Topic.DEAD_LETTERS;
  }
}
