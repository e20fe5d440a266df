package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.Node;
import java.util.List;
import java.util.Map;

/** One node together with what is known of its inputs and of how images lie in them. */
final class ImagesCall {
  private final Call call;
  private final Map<String, Images> images;
  private final Fact result;
  private final FloatConstants floats;
  private final Dim count;

  /**
   * A node's call.
   *
   * @param result what is known of the output asked for
   * @param count the extent that stands for the images
   */
  ImagesCall(Call call, Map<String, Images> images, Fact result, FloatConstants floats, Dim count) {
    this.call = call;
    this.images = images;
    this.result = result;
    this.floats = floats;
    this.count = count;
  }

  Call call() {
    return call;
  }

  Node node() {
    return call.node();
  }

  int inputs() {
    return node().inputs().size();
  }

  /** How images lie in an input; absent where it is left out. */
  Images in(int position) {
    return call.has(position)
        ? images.getOrDefault(node().input(position), Images.ABSENT)
        : Images.ABSENT;
  }

  /** The input at this position, which must keep images apart. */
  Images apart(int position) {
    require(in(position).apart());
    return in(position);
  }

  /** Extents of an input; it cannot be told that images are apart if they are unknown. */
  List<Dim> dims(int position) {
    return call.dims(position);
  }

  int rank(int position) {
    return call.rank(position);
  }

  /** Extents of the result. */
  List<Dim> result() {
    List<Dim> dims = result.dims();
    if (dims == null) {
      throw unproven();
    }
    return dims;
  }

  /** Whether an input is given and has one element, which is the same for every image. */
  boolean single(int position) {
    List<Dim> dims = call.in(position).dims();
    return in(position).absent()
        && dims != null
        && dims.size() <= 1
        && dims.stream().allMatch(Dim::isOne);
  }

  /** The numbers of an input of floats that the file holds. */
  List<Float> floats(int position) {
    List<Float> found = floats.of(node().input(position));
    if (found == null) {
      throw unproven();
    }
    return found;
  }

  /** Whole numbers that newer operators take as an input and older ones as an attribute. */
  List<Long> integers(String attribute, int position, List<Long> otherwise) {
    require(!call.computed(position));
    return call.integers(attribute, position).orElse(otherwise);
  }

  /** The extent of an axis with this many positions per image. */
  Dim extent(long each) {
    return count.times(Dim.of(each));
  }

  /** That every input from a position on is the same for every image. */
  void requireAbsentFrom(int position) {
    for (int i = position; i < inputs(); i++) {
      require(in(i).absent());
    }
  }

  void require(boolean holds) {
    if (!holds) {
      throw unproven();
    }
  }

  BadGraphException unproven() {
    return new BadGraphException("images are not known to stay apart");
  }
}
