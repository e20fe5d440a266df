package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One node together with what is known about its inputs, all of whose extents are known. */
final class Call {
  private final Node node;
  private final Map<String, Fact> facts;
  private final long opset;
  private final int output;

  Call(Node node, Map<String, Fact> facts, long opset, int output) {
    this.node = node;
    this.facts = facts;
    this.opset = opset;
    this.output = output;
  }

  Node node() {
    return node;
  }

  long opset() {
    return opset;
  }

  /** Which of the node's outputs is asked for. */
  int output() {
    return output;
  }

  boolean has(int position) {
    return node.hasInput(position);
  }

  Fact in(int position) {
    Fact fact = facts.get(node.input(position));
    if (fact == null) {
      throw new BadGraphException("input " + node.input(position) + " is not known");
    }
    return fact;
  }

  List<Fact> inputs() {
    List<Fact> found = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      if (has(i)) {
        found.add(in(i));
      }
    }
    return found;
  }

  /** Extents of an input. */
  List<Dim> dims(int position) {
    List<Dim> dims = in(position).dims();
    if (dims == null) {
      throw new BadGraphException("input " + node.input(position) + " has no known extents");
    }
    return dims;
  }

  int rank(int position) {
    return dims(position).size();
  }

  /** Whole numbers that newer operators take as an input and older ones as an attribute. */
  Optional<List<Long>> integers(String attribute, int position) {
    if (!has(position)) {
      return node.integers(attribute);
    }
    List<Dim> values = in(position).values();
    return values == null
        ? Optional.empty()
        : Optional.of(values.stream().map(Dim::fixed).toList());
  }

  /** Whether {@link #integers} is given, but computed and so not known here. */
  boolean computed(int position) {
    return has(position) && in(position).values() == null;
  }

  /** An axis attribute as a position from 0. */
  int axis(String attribute, long otherwise, int rank) {
    return axis(node.integer(attribute, otherwise), rank);
  }

  /** An axis, from the end where negative, as a position from 0. */
  static int axis(long axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new BadGraphException("axis " + axis + " does not exist in " + rank + " axes");
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }
}
