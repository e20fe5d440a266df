package io.chiasm.local.cli;

import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.report.writing.file.ResultSink;
import java.io.IOException;
import java.nio.file.Files;

/** Files of a command, which appear in its folder when all are complete. */
record FolderSink(OutputFolder folder) implements ResultSink {
  @Override
  public void put(String path, byte[] content) {
    try {
      Files.write(folder.temporary(path), content);
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder.path(), e);
    }
  }
}
