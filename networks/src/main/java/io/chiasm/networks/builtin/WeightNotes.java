package io.chiasm.networks.builtin;

import io.chiasm.networks.builtin.WeightSets.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says how weights were found in a file. */
final class WeightNotes {
  private final List<String> notes = new ArrayList<>();
  private final CheckedWeights weights;

  private WeightNotes(CheckedWeights weights) {
    this.weights = weights;
  }

  /**
   * Notes on a set.
   *
   * @param others sets of the file that could have been taken
   */
  static List<String> of(Candidate taken, List<Candidate> others) {
    WeightNotes found = new WeightNotes(taken.weights());
    found.set(taken, others);
    found.names();
    found.head();
    found.passedOver(others);
    found.numbers();
    return found.notes;
  }

  private void set(Candidate taken, List<Candidate> others) {
    if (!others.isEmpty()) {
      String also = others.stream().map(Candidate::shown).collect(Collectors.joining(", "));
      notes.add(
          "of several sets of weights "
              + taken.shown()
              + " is taken; also there: "
              + also
              + WeightSets.how());
    } else if (!taken.name().isEmpty()) {
      notes.add("the weights lie under " + taken.shown());
    }
    if (taken.isAveraged()) {
      notes.add("by its names the set is an average over training, or follows another network");
    }
  }

  private void names() {
    WeightPlace place = weights.place();
    if (!place.prefix().isEmpty()) {
      notes.add("'" + place.prefix() + "' before the names of tensors is seen through");
    }
    if (!place.left().isEmpty()) {
      notes.add("'" + place.left() + "', left out in the names of tensors, is put before them");
    }
    if (!weights.stored().wrappers().isEmpty()) {
      String wrappers = String.join(".', '", weights.stored().wrappers());
      notes.add("wrappers in the names of tensors are seen through: '" + wrappers + ".'");
    }
    if (weights.hasOldNames()) {
      notes.add("names of torchvision's first DenseNets, such as 'norm.1', are read as today's");
    }
  }

  private void head() {
    if (!weights.hasHead()) {
      notes.add(
          "the head is not the architecture's: it lacks "
              + CheckedWeights.some(weights.missingHead())
              + "; layers up to it can be studied");
    }
  }

  /** Tensors that belong to none of the sets that could have been taken. */
  private void passedOver(List<Candidate> others) {
    List<String> beside =
        others.stream()
            .map(Candidate::weights)
            .filter(other -> other.stored() == weights.stored())
            .map(other -> other.place().prefix())
            .toList();
    List<String> left =
        weights.passedOver().stream()
            .filter(key -> beside.stream().noneMatch(key::startsWith))
            .toList();
    if (!left.isEmpty()) {
      notes.add("tensors that are not read: " + CheckedWeights.some(left));
    }
  }

  private void numbers() {
    weights
        .converted()
        .forEach(
            (type, count) ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "%d %s %s, read as float32",
                        count,
                        count == 1 ? "tensor is" : "tensors are",
                        type)));
  }
}
