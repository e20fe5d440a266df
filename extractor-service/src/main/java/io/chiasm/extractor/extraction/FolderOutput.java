package io.chiasm.extractor.extraction;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyAppender;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The output folder: everything is written under temporary names and takes its place when complete,
 * the table of stimuli last. Closing takes away what was not completed.
 */
final class FolderOutput implements AutoCloseable {
  private static final String TABLE = "stimuli.csv";

  private final Path folder;
  private final List<String> layers;
  private final List<String> names;
  private final int stimuli;
  private final List<NpyAppender> files = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  FolderOutput(Path folder, List<String> layers, int stimuli) {
    this.folder = folder;
    this.layers = layers;
    this.names = LayerFileNames.of(layers);
    this.stimuli = stimuli;
    writing(() -> Files.createDirectories(folder));
  }

  /** Appends stimuli to every layer. */
  void append(List<FloatTensor> block) {
    writing(
        () -> {
          if (files.isEmpty()) {
            open(block);
          }
          for (int i = 0; i < files.size(); i++) {
            files.get(i).append(block.get(i));
          }
        });
  }

  /**
   * Puts everything in its place.
   *
   * @param rows file and SHA-256 of each stimulus
   */
  FolderResult complete(List<List<String>> rows) {
    writing(
        () -> {
          write(rows);
          for (NpyAppender file : files) {
            file.finish();
          }
          Files.deleteIfExists(folder.resolve(TABLE));
          for (String name : names) {
            place(name + ".npy");
          }
          place(TABLE);
        });
    List<FolderResult.LayerFile> written = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Path file = folder.resolve(names.get(i) + ".npy");
      written.add(new FolderResult.LayerFile(layers.get(i), file, shapes.get(i)));
    }
    return new FolderResult(folder.resolve(TABLE), written);
  }

  @Override
  public void close() {
    writing(
        () -> {
          for (NpyAppender file : files) {
            file.close();
          }
          for (String name : names) {
            Files.deleteIfExists(temporary(name + ".npy"));
          }
          Files.deleteIfExists(temporary(TABLE));
        });
  }

  private void open(List<FloatTensor> block) throws IOException {
    for (int i = 0; i < layers.size(); i++) {
      shapes.add(block.get(i).shape().withFirst(stimuli));
      Path file = temporary(names.get(i) + ".npy");
      files.add(NpyAppender.create(file, ElementType.FLOAT32, shapes.get(i)));
    }
  }

  private void write(List<List<String>> rows) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    try (CSVPrinter table = format.print(temporary(TABLE), StandardCharsets.UTF_8)) {
      table.printRecord("row", "file", "sha256");
      for (int row = 0; row < rows.size(); row++) {
        table.print(row);
        table.printRecord(rows.get(row));
      }
    }
  }

  private void place(String name) throws IOException {
    Files.move(
        temporary(name),
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path temporary(String name) {
    return folder.resolve("." + name + ".part");
  }

  private void writing(Writing task) {
    try {
      task.run();
    } catch (IOException e) {
      throw new InputException("cannot write to " + folder + ": " + Reason.of(e), e);
    }
  }

  /** Work on files. */
  private interface Writing {
    void run() throws IOException;
  }
}
