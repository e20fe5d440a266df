package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Puts nodes into an order in which each can run, the file's own wherever that is one. */
final class NodeOrder {
  private final List<Node> nodes;
  private final Map<String, Integer> makers = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  private NodeOrder(GraphProto graph, Set<String> initialisers) {
    nodes = graph.getNodeList().stream().map(Node::new).toList();
    given.addAll(initialisers);
    for (ValueInfoProto input : graph.getInputList()) {
      given.add(input.getName());
    }
  }

  /**
   * The graph's nodes, sorted.
   *
   * @throws BadGraphException if two tensors have one name, a tensor comes from nowhere, or nodes
   *     wait for each other in a circle
   */
  static List<Node> sorted(GraphProto graph, Set<String> initialisers) {
    NodeOrder order = new NodeOrder(graph, initialisers);
    order.noteMakers();
    for (ValueInfoProto output : graph.getOutputList()) {
      order.requireKnown(output.getName(), "the graph's output");
    }
    return order.sort();
  }

  private void noteMakers() {
    for (int i = 0; i < nodes.size(); i++) {
      for (String output : nodes.get(i).outputs()) {
        boolean twice = !output.isEmpty() && makers.put(output, i) != null;
        if (twice || given.contains(output)) {
          throw new BadGraphException(
              "two tensors are named '" + output + "'; names must be unique");
        }
      }
    }
  }

  private void requireKnown(String tensor, String reader) {
    if (!given.contains(tensor) && !makers.containsKey(tensor)) {
      throw new BadGraphException(
          reader + " reads tensor '" + tensor + "', which nothing in the graph makes");
    }
  }

  private List<Node> sort() {
    List<List<Integer>> readers = new ArrayList<>();
    int[] waitingFor = new int[nodes.size()];
    nodes.forEach(n -> readers.add(new ArrayList<>()));
    for (int i = 0; i < nodes.size(); i++) {
      for (int maker : makersRead(nodes.get(i))) {
        readers.get(maker).add(i);
        waitingFor[i]++;
      }
    }
    return release(readers, waitingFor);
  }

  private Set<Integer> makersRead(Node node) {
    Set<Integer> found = new HashSet<>();
    for (String input : node.inputs()) {
      if (!input.isEmpty()) {
        requireKnown(input, node.description());
      }
    }
    for (String needed : Needs.of(node)) {
      Integer maker = makers.get(needed);
      if (maker != null) {
        found.add(maker);
      }
    }
    return found;
  }

  private List<Node> release(List<List<Integer>> readers, int[] waitingFor) {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (waitingFor[i] == 0) {
        ready.add(i);
      }
    }
    List<Node> sorted = new ArrayList<>();
    ArrayDeque<Integer> freed = new ArrayDeque<>();
    for (Integer next = ready.poll(); next != null; next = ready.poll()) {
      sorted.add(nodes.get(next));
      readers.get(next).stream().filter(r -> --waitingFor[r] == 0).forEach(freed::add);
      ready.addAll(freed);
      freed.clear();
    }
    requireAll(sorted);
    return List.copyOf(sorted);
  }

  private void requireAll(List<Node> sorted) {
    if (sorted.size() < nodes.size()) {
      Set<Node> done = new HashSet<>(sorted);
      Node stuck = nodes.stream().filter(n -> !done.contains(n)).findFirst().orElseThrow();
      throw new BadGraphException(
          "the graph is cyclic: " + stuck.description() + " waits for its own result");
    }
  }
}
