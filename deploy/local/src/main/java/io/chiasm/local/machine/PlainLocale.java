package io.chiasm.local.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same words, digits and file names whatever language the user's system speaks: of this process
 * and of those that it starts.
 */
public final class PlainLocale {
  private static final String UTF_8 = "UTF-8";

  private PlainLocale() {}

  /** Sets this process's locale; the broker and other libraries have no other way to be told. */
  public static void set() {
    Locale.setDefault(Locale.ROOT);
  }

  /** Options of a virtual machine in the root locale. */
  public static List<String> options() {
    return List.of(
        "-Dfile.encoding=" + UTF_8,
        "-Duser.language=",
        "-Duser.country=",
        "-Duser.script=",
        "-Duser.variant=",
        "-Duser.extensions=");
  }

  /** Has a process read file names as UTF-8; a virtual machine takes no option for it. */
  public static void nameFiles(Map<String, String> environment) {
    if (!UTF_8.equals(System.getProperty("sun.jnu.encoding"))) {
      environment.put("LC_ALL", "C.UTF-8");
    }
  }
}
