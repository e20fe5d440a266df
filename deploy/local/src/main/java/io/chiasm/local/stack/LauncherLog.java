package io.chiasm.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Broker's and store's own words: warnings to a file, nothing over the progress bar. */
public final class LauncherLog {
  private LauncherLog() {}

  /** Nothing is printed from here on. */
  public static void quiet() {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.WARNING);
  }

  /** Warnings go to {@code launcher.log} in this folder from here on. */
  static void to(Path folder) throws IOException {
    String pattern = folder.resolve("launcher.log").toString().replace("%", "%%");
    FileHandler file = new FileHandler(pattern, true);
    file.setFormatter(new SimpleFormatter());
    LogManager.getLogManager().getLogger("").addHandler(file);
  }
}
