package io.chiasm.networks.shell;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import java.nio.file.Files;

/**
 * A file of weights as a person names it, {@code FILE} or {@code FILE#SET}.
 *
 * @param file its path, or the name of published weights
 * @param set of the file's sets of weights; empty for the model itself
 */
public record WeightsFile(String file, String set) {
  private static final char MARK = '#';

  /**
   * Takes a name apart; a file that is there under the whole name is that file.
   *
   * @throws InputException if nothing follows the mark
   */
  public static WeightsFile named(String name) {
    int mark = name.lastIndexOf(MARK);
    if (mark < 0 || Files.exists(DataPath.of(name))) {
      return new WeightsFile(name, "");
    }
    if (mark == 0 || mark == name.length() - 1) {
      throw new InputException("'" + name + "': needed is FILE#SET, a file and one of its sets");
    }
    return new WeightsFile(name.substring(0, mark), name.substring(mark + 1));
  }
}
