package io.chiasm.networks.shape;

/**
 * How the images that run at once lie in a tensor.
 *
 * @param kind in which of five ways
 * @param axis that they lie along; 0 unless they are apart
 * @param each positions of that axis per image, those of an image side by side; 0 unless apart
 * @param why the kind is what it is; empty unless images are together or there is no answer
 */
record Images(Kind kind, int axis, long each, String why) {
  /** Ways, from the harmless to the worst. */
  enum Kind {
    /** The same whatever the images and however many. */
    ABSENT,
    /** Depends on how many images there are, as shapes do. */
    COUNTED,
    /** Every image has a part of its own, which nothing but the image decides. */
    APART,
    /** Images may influence each other, or their order or number may: right for one at a time. */
    TOGETHER,
    /** Not decided by file and images. */
    UNANSWERED
  }

  static final Images ABSENT = new Images(Kind.ABSENT, 0, 0, "");
  static final Images COUNTED = new Images(Kind.COUNTED, 0, 0, "");

  /** Image by image along the first axis. */
  static final Images FIRST = apart(0, 1);

  static Images apart(int axis, long each) {
    return new Images(Kind.APART, axis, each, "");
  }

  static Images together(String why) {
    return new Images(Kind.TOGETHER, 0, 0, why);
  }

  static Images unanswered(String why) {
    return new Images(Kind.UNANSWERED, 0, 0, why);
  }

  boolean is(Kind one) {
    return kind == one;
  }

  boolean absent() {
    return kind == Kind.ABSENT;
  }

  boolean apart() {
    return kind == Kind.APART;
  }

  /** The same images along another axis. */
  Images along(int other) {
    return apart(other, each);
  }
}
