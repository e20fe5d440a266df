package io.chiasm.dataset.algonauts;

import java.util.Set;

/** The only names of Python modules that a mapping's pickle may use. */
enum PickleGlobal {
  /** Makes an empty array. */
  RECONSTRUCT,
  /** The class of arrays, an argument of the former. */
  NDARRAY,
  /** The class of element types. */
  DTYPE,
  /** How protocol 2 writes a byte string. */
  ENCODE;

  private static final Set<String> MULTIARRAY =
      Set.of("numpy.core.multiarray", "numpy._core.multiarray");

  /**
   * The global of this name.
   *
   * @throws IllegalArgumentException if a mapping has no use for it
   */
  static PickleGlobal named(String module, String name) {
    if (MULTIARRAY.contains(module) && name.equals("_reconstruct")) {
      return RECONSTRUCT;
    }
    return switch (module + "." + name) {
      case "numpy.ndarray" -> NDARRAY;
      case "numpy.dtype" -> DTYPE;
      case "_codecs.encode" -> ENCODE;
      default ->
          throw new IllegalArgumentException(
              "the pickle asks for '" + module + "." + name + "', which a mapping never needs");
    };
  }
}
