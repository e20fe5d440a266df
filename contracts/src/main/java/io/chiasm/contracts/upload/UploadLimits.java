package io.chiasm.contracts.upload;

import io.chiasm.contracts.failure.InputException;

/**
 * What a server takes.
 *
 * @param allowed whether it takes files at all
 * @param mostPerFile bytes
 * @param mostInAll bytes of all files of one study
 */
public record UploadLimits(boolean allowed, long mostPerFile, long mostInAll) {
  /**
   * @throws InputException unless files may be sent
   */
  public void requireAllowed() {
    if (!allowed) {
      throw new InputException(
          "this server takes no files (CHIASM_UPLOADS=false): name data that it has, or s3://…");
    }
  }

  /**
   * @throws InputException if a file is too large
   */
  public void checkFile(String name, long bytes) {
    if (bytes > mostPerFile) {
      throw new InputException(
          name
              + ": "
              + bytes
              + " bytes are more than the "
              + mostPerFile
              + " that the server takes of one file (CHIASM_UPLOADS_MOST_PER_FILE)");
    }
  }

  /**
   * @throws InputException if all files together are too large
   */
  public void checkAll(long bytes) {
    if (bytes > mostInAll) {
      throw new InputException(
          bytes
              + " bytes in all are more than the "
              + mostInAll
              + " that the server takes of one study (CHIASM_UPLOADS_MOST_IN_ALL)");
    }
  }
}
