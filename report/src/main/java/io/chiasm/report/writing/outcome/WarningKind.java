package io.chiasm.report.writing.outcome;

import io.chiasm.contracts.message.ModelWarning;
import java.util.Locale;

/** Kinds of warnings, in the order in which a reader is told of them. */
public enum WarningKind {
  SIMULATED,
  FEW_STIMULI,
  FEW_PARTICIPANTS,
  NETWORK_LEFT_OUT,
  NO_SCALING,
  SPLIT_IN_FEATURES,
  WHOLE_IMAGE,
  FULL_BELOW_CONTRA,
  ONE_HEMISPHERE,
  MISSING_ROI,
  DATASET,
  SEMANTIC,
  CONSTANT_RESPONSE,
  CONSTANT_PREDICTION,
  DROPPED_COMPONENTS,
  SMALLEST_ALPHA,
  LARGEST_ALPHA,
  /** Said of an encoding by an earlier version. */
  ENCODING,
  FAILED_TASK;

  /** As in tables: {@code few-stimuli}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of what an encoding says. */
  public static WarningKind of(ModelWarning.Kind kind) {
    return switch (kind) {
      case CONSTANT_RESPONSE -> CONSTANT_RESPONSE;
      case CONSTANT_PREDICTION -> CONSTANT_PREDICTION;
      case DROPPED_COMPONENTS -> DROPPED_COMPONENTS;
      case SMALLEST_ALPHA -> SMALLEST_ALPHA;
      case LARGEST_ALPHA -> LARGEST_ALPHA;
      case SENTENCE -> ENCODING;
    };
  }
}
