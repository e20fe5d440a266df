package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A file of weights, {@code .pth} or {@code .safetensors}: one set of tensors or several, such as a
 * model and an average of it over training.
 *
 * @param source the file, for messages
 * @param sets in the file's order
 * @param metadata what a safetensors file notes about itself; empty for any other
 */
public record Checkpoint(String source, List<StateDict> sets, Map<String, String> metadata) {
  private static final String NEEDED = "; a .pth or .safetensors file is needed";

  public Checkpoint {
    sets = List.copyOf(sets);
    metadata = Map.copyOf(metadata);
  }

  /**
   * Opens a file, told apart by content.
   *
   * @throws InputException naming the file and what is wrong with it
   */
  public static Checkpoint open(Path path) {
    String source = path.toString();
    if (!Files.isRegularFile(path)) {
      throw new InputException(source + ": " + absent(path));
    }
    return StateDict.checked(source, () -> read(path));
  }

  private static String absent(Path path) {
    if (Files.isSymbolicLink(path)) {
      String target = target(path);
      return target.contains("annex/objects")
          ? "is a link of git-annex whose content is not here; fetch it with 'git annex get'"
          : "is a link to " + target + ", which is not there" + NEEDED;
    }
    return (Files.isDirectory(path) ? "is a folder" : "no such file") + NEEDED;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "another file";
    }
  }

  private static Checkpoint read(Path path) {
    String source = path.toString();
    FileBytes file = FileBytes.of(path);
    FileKind.of(file, source).ifPresent(FileKind::refuse);
    if (file.size() < 16) {
      throw new BadCheckpointException("is too short to hold weights");
    }
    ByteBuffer start = file.range(0, 16);
    if (start.getInt(0) == StoredZip.LOCAL_ENTRY) {
      return of(source, file, TorchZip.sets(file), Map.of());
    }
    if ((start.get(0) & 0xff) == 0x80 && start.get(1) >= 2 && start.get(1) <= 5) {
      return of(source, file, LegacyTorch.sets(file), Map.of());
    }
    if (start.get(8) == '{') {
      Safetensors found = Safetensors.of(file);
      return of(source, file, List.of(new TensorSet("", found.tensors())), found.metadata());
    }
    throw new BadCheckpointException(
        "is neither a torch checkpoint nor a safetensors file" + StateDict.RESAVE);
  }

  private static Checkpoint of(
      String source, FileBytes file, List<TensorSet> sets, Map<String, String> metadata) {
    return new Checkpoint(
        source, sets.stream().map(s -> StateDict.of(source, file, s, metadata)).toList(), metadata);
  }

  /** The set that is the model itself, by the names of the sets alone. */
  public StateDict plain() {
    return sets.stream()
        .min((a, b) -> SetName.PLAINEST_FIRST.compare(a.name(), b.name()))
        .orElseThrow(() -> new InputException(source + ": holds no tensors"));
  }
}
