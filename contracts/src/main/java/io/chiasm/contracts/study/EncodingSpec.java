package io.chiasm.contracts.study;

/**
 * The regression from activations to responses.
 *
 * @param regression the model and its settings
 * @param scaling of the features, fixed for the study
 */
public record EncodingSpec(Regression regression, Scaling scaling) {
  /** What a study without an {@code encoding} gets. */
  public static final EncodingSpec DEFAULT =
      new EncodingSpec(new Regression.Ridge(AlphaGrid.DEFAULT), Scaling.TRACE);

  /** How features are scaled before Gram matrices are formed; see {@code methods}. */
  public enum Scaling implements Labelled {
    /** All Gram matrices of a layer divided by the full one's mean diagonal after centring. */
    TRACE,
    /** Every feature standardised over the study's stimuli. */
    FEATURE,
    NONE
  }
}
