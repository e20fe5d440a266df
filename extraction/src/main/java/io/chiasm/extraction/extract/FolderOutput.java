package io.chiasm.extraction.extract;

import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyAppender;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The files of one extraction: a layer each, and last the table of stimuli. */
final class FolderOutput implements AutoCloseable {
  private static final String COMMAND = "extract";
  private static final String TABLE = "stimuli.csv";

  private final OutputFolder folder;
  private final List<String> layers;
  private final List<String> names;
  private final int stimuli;
  private final ActivationType stored;
  private final List<NpyAppender> files = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  FolderOutput(Path folder, List<String> layers, int stimuli, ActivationType stored) {
    this.folder = OutputFolder.take(folder, COMMAND);
    this.layers = layers;
    this.names = LayerFileNames.of(layers);
    this.stimuli = stimuli;
    this.stored = stored;
  }

  /** Appends stimuli to every layer. */
  void append(List<FloatTensor> block) {
    writing(
        () -> {
          if (files.isEmpty()) {
            open(block);
          }
          for (int i = 0; i < files.size(); i++) {
            append(files.get(i), block.get(i));
          }
        });
  }

  private void append(NpyAppender file, FloatTensor rows) throws IOException {
    switch (stored) {
      case FLOAT32 -> file.append(rows);
      case FLOAT16 -> file.appendHalves(rows);
    }
  }

  /**
   * Puts everything in its place.
   *
   * @param rows name and SHA-256 of each stimulus
   * @param passedOver names of what was no photograph
   */
  FolderResult complete(List<List<String>> rows, List<String> passedOver) {
    writing(
        () -> {
          for (NpyAppender file : files) {
            file.finish();
          }
          write(rows);
          folder.complete();
        });
    List<FolderResult.LayerFile> written = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Path file = folder.place(names.get(i) + ".npy");
      written.add(new FolderResult.LayerFile(layers.get(i), file, shapes.get(i)));
    }
    return new FolderResult(folder.place(TABLE), written, passedOver);
  }

  @Override
  public void close() {
    writing(
        () -> {
          try (folder) {
            for (NpyAppender file : files) {
              file.close();
            }
          }
        });
  }

  private void open(List<FloatTensor> block) throws IOException {
    for (int i = 0; i < layers.size(); i++) {
      shapes.add(block.get(i).shape().withFirst(stimuli));
      Path file = folder.temporary(names.get(i) + ".npy");
      files.add(NpyAppender.create(file, stored.stored(), shapes.get(i)));
    }
  }

  private void write(List<List<String>> rows) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    try (CSVPrinter table = format.print(folder.temporary(TABLE), StandardCharsets.UTF_8)) {
      table.printRecord("row", "file", "sha256");
      for (int row = 0; row < rows.size(); row++) {
        table.print(row);
        table.printRecord(rows.get(row));
      }
    }
  }

  private void writing(Writing task) {
    try {
      task.run();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder.path(), e);
    }
  }

  /** Work on files. */
  private interface Writing {
    void run() throws IOException;
  }
}
