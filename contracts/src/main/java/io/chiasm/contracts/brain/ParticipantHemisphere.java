package io.chiasm.contracts.brain;

/** One hemisphere of one participant: who responses, masks and scores belong to. */
public record ParticipantHemisphere(ParticipantId participant, Hemisphere hemisphere) {
  /** In words: {@code subj01 lh}. */
  @Override
  public String toString() {
    return participant + " " + hemisphere.label();
  }
}
