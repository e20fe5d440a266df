package io.chiasm.networks.shape;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Operators that join, cut, pad or pick along axes, and those that read a sequence. */
final class SelectionImages {
  private static final int SEQUENCE_LENGTHS = 4;

  private SelectionImages() {}

  static void addTo(Map<String, ImagesRule> rules) {
    rules.put("Concat", SelectionImages::concat);
    rules.put("Split", SelectionImages::split);
    rules.put("Slice", SelectionImages::slice);
    rules.put("Pad", SelectionImages::pad);
    rules.put("Gather", SelectionImages::gather);
    List.of("RNN", "GRU", "LSTM").forEach(op -> rules.put(op, SelectionImages::recurrent));
  }

  private static Images concat(ImagesCall call) {
    Images first = call.apart(0);
    call.result();
    for (int i = 1; i < call.inputs(); i++) {
      call.require(call.in(i).equals(first));
    }
    call.require(call.call().axis("axis", 1, call.rank(0)) != first.axis());
    return first;
  }

  private static Images split(ImagesCall call) {
    call.result();
    call.require(call.call().axis("axis", 0, call.rank(0)) != call.apart(0).axis());
    return call.apart(0);
  }

  /** A cut of the images' axis has a fixed extent or is the whole. */
  private static Images slice(ImagesCall call) {
    Images in = call.apart(0);
    call.result();
    List<Long> starts = call.integers("starts", 1, List.of());
    List<Long> axes =
        call.integers(
            "axes", 3, IntStream.range(0, starts.size()).mapToObj(Long::valueOf).toList());
    List<Long> steps = call.call().has(4) ? call.integers("steps", 4, List.of()) : List.of();
    List<Long> ends = call.integers("ends", 2, List.of());
    for (int i = 0; i < axes.size(); i++) {
      boolean cut = Call.axis(axes.get(i), call.rank(0)) == in.axis();
      boolean whole =
          starts.get(i) == 0
              && ends.get(i) >= Integer.MAX_VALUE
              && (steps.isEmpty() || steps.get(i) == 1);
      call.require(!cut || whole);
    }
    return in;
  }

  private static Images pad(ImagesCall call) {
    Images in = call.apart(0);
    call.result();
    List<Long> pads = call.integers("pads", 1, List.of());
    call.require(!call.call().has(2) || call.in(2).absent());
    List<Long> axes =
        call.call().has(3)
            ? call.integers("axes", 3, List.of())
            : IntStream.range(0, call.rank(0)).mapToObj(Long::valueOf).toList();
    call.require(pads.size() == 2 * axes.size());
    for (int i = 0; i < axes.size(); i++) {
      boolean padded = pads.get(i) != 0 || pads.get(axes.size() + i) != 0;
      call.require(!padded || Call.axis(axes.get(i), call.rank(0)) != in.axis());
    }
    return in;
  }

  private static Images gather(ImagesCall call) {
    int axis = call.call().axis("axis", 0, call.rank(0));
    if (call.in(0).apart()) {
      Images in = call.in(0);
      call.require(call.in(1).absent() && axis != in.axis());
      return in.axis() < axis ? in : in.along(in.axis() - 1 + call.rank(1));
    }
    call.require(call.in(0).absent());
    return call.apart(1).along(axis + call.in(1).axis());
  }

  /** {@code [step, image, feature]}, or with layout 1 {@code [image, step, feature]}. */
  private static Images recurrent(ImagesCall call) {
    boolean imagesFirst = call.node().integer("layout", 0) != 0;
    Images in = call.apart(0);
    call.require(in.axis() == (imagesFirst ? 0 : 1));
    call.require(!call.call().has(SEQUENCE_LENGTHS));
    for (int i = 1; i < call.inputs(); i++) {
      boolean state = i == SEQUENCE_LENGTHS + 1 || i == SEQUENCE_LENGTHS + 2;
      boolean own = state && call.in(i).equals(in);
      call.require(own || (call.in(i).absent() && !(state && call.call().has(i))));
    }
    if (imagesFirst) {
      return in;
    }
    return in.along(call.call().output() == 0 ? 2 : 1);
  }
}
