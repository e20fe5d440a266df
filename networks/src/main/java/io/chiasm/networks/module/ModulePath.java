package io.chiasm.networks.module;

/**
 * Paths of modules. A part that starts with a slash is no module of torch's: it appears in names of
 * tensors, but what lies below it belongs to the module before the slash.
 */
final class ModulePath {
  private static final char NO_MODULE = '/';

  private ModulePath() {}

  /** The path of a child. */
  static String join(String path, String child) {
    String parent = isModule(path) ? path : path.substring(0, path.indexOf(NO_MODULE));
    return parent.isEmpty() || child.charAt(0) == NO_MODULE ? parent + child : parent + "." + child;
  }

  /** Whether torch has a module there. */
  static boolean isModule(String path) {
    return path.indexOf(NO_MODULE) < 0;
  }
}
