package io.chiasm.extractor.shell.djl;

/** What a runtime says went wrong, without the wrappers around it. */
final class Words {
  private Words() {}

  static String of(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message.strip();
  }

  /** Whether a native allocation failed; ONNX Runtime has no error code of its own for it. */
  static boolean outOfMemory(String words) {
    return words.contains("Failed to allocate memory")
        || words.contains("bad_alloc")
        || words.contains("bad allocation");
  }
}
