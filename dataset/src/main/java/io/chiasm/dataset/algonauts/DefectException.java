package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Path;

/** A file of the data set that cannot be used; becomes a {@link Finding} during a check. */
final class DefectException extends InputException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String wrong;
  private final String right;

  DefectException(Path file, String wrong, String right) {
    super(file + ": " + wrong + "; " + right);
    this.file = file;
    this.wrong = wrong;
    this.right = right;
  }

  /** What a reader of single files found wrong, whose message begins with the file's name. */
  static DefectException of(Path file, InputException found, String right) {
    String message = String.valueOf(found.getMessage());
    String place = file + ": ";
    return new DefectException(
        file, message.startsWith(place) ? message.substring(place.length()) : message, right);
  }

  Path file() {
    return file;
  }

  String wrong() {
    return wrong;
  }

  String right() {
    return right;
  }
}
