package io.chiasm.dataset.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What COCO's annotators drew boxes around, of some of its photographs. */
public final class CocoInstances {
  private final Map<Integer, PixelSize> sizes = new HashMap<>();
  private final Map<Integer, String> categories = new HashMap<>();
  private final Map<Integer, List<Instance>> instances = new HashMap<>();

  private record Instance(int category, PixelBox box) {}

  /** One thing in a photograph: the name of what it is, and where. */
  record Thing(String category, PixelBox box) {}

  /** Adds a photograph. */
  public void addPhotograph(int id, PixelSize size) {
    sizes.put(id, size);
  }

  /** Adds the name of a category. */
  public void addCategory(int id, String name) {
    categories.put(id, name);
  }

  /** Adds a box; its photograph and category may be added later. */
  public void addInstance(int photograph, int category, PixelBox box) {
    instances.computeIfAbsent(photograph, p -> new ArrayList<>()).add(new Instance(category, box));
  }

  /** A category that boxes name and that has no name itself; empty if there is none. */
  public Optional<Integer> unnamedCategory() {
    return instances.values().stream()
        .flatMap(List::stream)
        .map(Instance::category)
        .filter(category -> !categories.containsKey(category))
        .findFirst();
  }

  /** Empty if nothing is known of the photograph. */
  Optional<PixelSize> size(int photograph) {
    return Optional.ofNullable(sizes.get(photograph));
  }

  List<Thing> things(int photograph) {
    return instances.getOrDefault(photograph, List.of()).stream()
        .map(i -> new Thing(categories.getOrDefault(i.category(), ""), i.box()))
        .toList();
  }
}
