package io.chiasm.contracts.study;

import org.jspecify.annotations.Nullable;

/**
 * What a study of many networks says of one of them.
 *
 * @param optional whether the study goes on without the network if its file is missing or it is
 *     refused
 * @param family that it is shown with; null for the one that its source's name tells ({@link
 *     Family})
 * @param point where in a training it stands; null if the study does not say
 */
public record NetworkDetails(
    boolean optional, @Nullable String family, @Nullable TrainingPoint point) {
  /** A network that the study needs, of the family that its name tells. */
  public static final NetworkDetails NONE = new NetworkDetails(false, null);

  /** Of a network of which no training is known. */
  public NetworkDetails(boolean optional, @Nullable String family) {
    this(optional, family, null);
  }
}
