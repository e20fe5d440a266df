package io.chiasm.networks.checkpoint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What names of sets of weights tell. */
public final class SetName {
  /** Where training scripts keep the model's own weights, the most usual first. */
  private static final List<String> USUAL =
      List.of(
          "state_dict",
          "model_state_dict",
          "model",
          "net",
          "network",
          "model_state",
          "params",
          "weights",
          "student",
          "online");

  /** Words for averages over training and for networks that follow another. */
  private static final Set<String> AVERAGED =
      Set.of(
          "ema",
          "swa",
          "avg",
          "average",
          "averaged",
          "mean",
          "teacher",
          "target",
          "momentum",
          "shadow",
          "polyak",
          "slow",
          "key",
          "k");

  /** Words for what an optimiser keeps per tensor. */
  private static final Set<String> NO_WEIGHTS =
      Set.of("optim", "optimizer", "optimizers", "opt", "grad", "grads", "exp", "fisher", "mask");

  /** The model itself before averages of it, usual places before others. */
  static final Comparator<String> PLAINEST_FIRST =
      Comparator.comparing(SetName::isAveraged)
          .thenComparing(SetName::isNoWeights)
          .thenComparing(SetName::usual);

  private SetName() {}

  /** Whether a name says that weights are an average over training, or follow another network. */
  public static boolean isAveraged(String name) {
    return words(name).anyMatch(AVERAGED::contains);
  }

  /** Whether a name says that numbers are no weights, but an optimiser's. */
  public static boolean isNoWeights(String name) {
    return words(name).anyMatch(NO_WEIGHTS::contains);
  }

  /** How usual a name is for the model itself, 0 the most. */
  public static int usual(String name) {
    String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    int at = USUAL.indexOf(first);
    return at >= 0 ? at : USUAL.size() + (name.isEmpty() ? 0 : 1);
  }

  private static Stream<String> words(String name) {
    return Arrays.stream(name.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])"))
        .map(w -> w.toLowerCase(Locale.ROOT));
  }
}
