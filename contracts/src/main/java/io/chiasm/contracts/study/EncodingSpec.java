package io.chiasm.contracts.study;

/**
 * The regression from activations to responses.
 *
 * @param regression the model and its settings
 * @param scaling of the features, fixed for the study
 */
public record EncodingSpec(Regression regression, Scaling scaling) {
  /** How features are scaled before Gram matrices are formed; see {@code methods}. */
  public enum Scaling {
    /** All Gram matrices of a layer divided by the full one's mean diagonal after centring. */
    TRACE,
    /** Every feature standardised over the study's stimuli. */
    FEATURE,
    NONE
  }
}
