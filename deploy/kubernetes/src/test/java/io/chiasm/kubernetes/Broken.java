package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.List;

/** Rules that are not kept, in words. */
final class Broken {
  private final List<String> words = new ArrayList<>();

  List<String> words() {
    return words;
  }

  void add(String what) {
    words.add(what);
  }

  void addAll(List<String> more) {
    words.addAll(more);
  }

  void require(boolean holds, String what) {
    if (!holds) {
      words.add(what);
    }
  }

  void must(Node node, String names, Object value) {
    Node at = node.at(names);
    require(at.exists() && value.equals(at.value()), at.path() + " must be " + value);
  }
}
