package io.chiasm.networks.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Matrix products. */
final class ProductImages {
  private ProductImages() {}

  static void addTo(Map<String, ImagesRule> rules) {
    rules.put("MatMul", c -> product(c, 0, 1));
    rules.put("MatMulInteger", ProductImages::integers);
    rules.put("QLinearMatMul", ProductImages::quantised);
    rules.put("Gemm", ProductImages::gemm);
    rules.put("Einsum", ProductImages::einsum);
  }

  private static Images integers(ImagesCall call) {
    call.require(!call.call().has(2) || call.single(2));
    call.requireAbsentFrom(2);
    call.require(call.in(1).absent());
    return product(call, 0, 1);
  }

  /** Inputs are a, its scale and zero point, b and its, and those of the result. */
  private static Images quantised(ImagesCall call) {
    for (int i : List.of(1, 2, 4, 5, 6, 7)) {
      call.require(i == 4 || i == 5 ? call.in(i).absent() : call.single(i));
    }
    call.require(call.in(3).absent());
    return product(call, 0, 3);
  }

  private static Images product(ImagesCall call, int left, int right) {
    int a = call.rank(left);
    int b = call.rank(right);
    call.require(a >= 2 && b >= 2);
    int rank = Math.max(a, b);
    Images l = shifted(call.in(left), rank - a);
    Images r = shifted(call.in(right), rank - b);
    if (l.apart() && r.apart()) {
      call.require(l.equals(r) && l.axis() < rank - 2);
      return l;
    }
    if (l.apart()) {
      call.require(l.axis() != rank - 1 && call.in(right).absent());
      requireAlike(call, right, l.axis() - (rank - b), l.axis() < rank - 2);
      return l;
    }
    call.require(r.apart() && r.axis() != rank - 2 && call.in(left).absent());
    requireAlike(call, left, r.axis() - (rank - a), r.axis() < rank - 2);
    return r;
  }

  private static Images shifted(Images images, int by) {
    return images.apart() ? images.along(images.axis() + by) : images;
  }

  /** That the constant matrices do not differ from image to image. */
  private static void requireAlike(ImagesCall call, int constant, int axis, boolean stacked) {
    call.require(!stacked || axis < 0 || call.dims(constant).get(axis).isOne());
  }

  private static Images gemm(ImagesCall call) {
    int across = call.node().integer("transA", 0) != 0 ? 0 : 1;
    int down = call.node().integer("transB", 0) != 0 ? 1 : 0;
    call.require(call.rank(0) == 2 && call.rank(1) == 2);
    boolean rows = call.in(0).apart();
    Images factor = rows ? call.in(0) : call.apart(1);
    call.require(call.in(rows ? 1 : 0).absent());
    call.require(factor.axis() != (rows ? across : down));
    Images product = factor.along(rows ? 0 : 1);
    if (call.call().has(2)) {
      requireAdded(call, product);
    }
    return product;
  }

  private static void requireAdded(ImagesCall call, Images product) {
    Images added = shifted(call.in(2), 2 - call.rank(2));
    int own = product.axis() - (2 - call.rank(2));
    boolean alike = added.absent() && (own < 0 || call.dims(2).get(own).isOne());
    call.require(alike || added.equals(product));
  }

  /**
   * By letters: the images' letter stands once in every term that has images, and in the result.
   */
  private static Images einsum(ImagesCall call) {
    String equation = call.node().text("equation", "").replace(" ", "");
    String[] sides = equation.split("->", -1);
    call.require(sides.length == 2 && !equation.contains("."));
    List<String> terms = new ArrayList<>(Arrays.asList(sides[0].split(",", -1)));
    call.require(terms.size() == call.inputs());
    int first =
        IntStream.range(0, terms.size()).filter(i -> call.in(i).apart()).findFirst().orElse(0);
    Images images = call.apart(first);
    call.require(images.axis() < terms.get(first).length());
    char letter = terms.get(first).charAt(images.axis());
    for (int i = 0; i < terms.size(); i++) {
      requireLetter(call, i, terms.get(i), letter, images.each());
    }
    call.require(count(sides[1], letter) == 1);
    return images.along(sides[1].indexOf(letter));
  }

  private static void requireLetter(
      ImagesCall call, int input, String term, char letter, long each) {
    Images in = call.in(input);
    long times = count(term, letter);
    if (in.apart()) {
      call.require(times == 1 && term.indexOf(letter) == in.axis() && in.each() == each);
    } else {
      call.require(times == 0 && in.absent());
    }
  }

  private static long count(String term, char letter) {
    return term.chars().filter(c -> c == letter).count();
  }
}
