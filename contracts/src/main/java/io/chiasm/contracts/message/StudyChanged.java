package io.chiasm.contracts.message;

/**
 * A study entered a state.
 *
 * @param state as {@code status} prints it
 */
public record StudyChanged(String study, String id, String state) implements Message {
  @Override
  public String key() {
    return study;
  }

  @Override
  public Topic topic() {
    return Topic.STUDIES;
  }
}
