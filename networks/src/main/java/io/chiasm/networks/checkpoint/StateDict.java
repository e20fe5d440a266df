package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tensors by name, as {@code torch.save(model.state_dict(), …)} and safetensors write them. Shapes
 * are known at once; numbers are read from the file when they are asked for, one tensor at a time.
 */
public final class StateDict {
  /** What training scripts and wrappers put before every name. */
  private static final List<String> PREFIXES = List.of("_orig_mod.", "module.", "_orig_mod.");

  static final String RESAVE =
      "; save it with torch.save(model.state_dict(), 'weights.pth') or as safetensors";

  private final String source;
  private final FileBytes file;
  private final Map<String, StoredTensor> tensors;
  private final Map<String, String> metadata;

  private StateDict(
      String source,
      FileBytes file,
      Map<String, StoredTensor> tensors,
      Map<String, String> metadata) {
    this.source = source;
    this.file = file;
    this.tensors = Collections.unmodifiableMap(withoutPrefix(tensors));
    this.metadata = Map.copyOf(metadata);
  }

  /**
   * Opens a {@code .pth} or {@code .safetensors} file, told apart by content.
   *
   * @throws InputException naming the file and what is wrong with it
   */
  public static StateDict open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": no such file; a .pth or .safetensors file is needed");
    }
    return checked(path.toString(), () -> read(path.toString(), FileBytes.of(path)));
  }

  private static StateDict read(String source, FileBytes file) {
    if (file.size() < 16) {
      throw new BadCheckpointException("is too short to hold weights");
    }
    ByteBuffer start = file.range(0, 16);
    if (start.getInt(0) == StoredZip.LOCAL_ENTRY) {
      return new StateDict(source, file, TorchZip.tensors(file), Map.of());
    }
    if ((start.get(0) & 0xff) == 0x80 && start.get(1) >= 2 && start.get(1) <= 5) {
      return new StateDict(source, file, LegacyTorch.tensors(file), Map.of());
    }
    if (start.get(8) == '{') {
      Safetensors found = Safetensors.of(file);
      return new StateDict(source, file, found.tensors(), found.metadata());
    }
    throw new BadCheckpointException(
        "is neither a torch checkpoint nor a safetensors file" + RESAVE);
  }

  private static <T> T checked(String source, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadCheckpointException e) {
      throw new InputException(source + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, StoredTensor> withoutPrefix(Map<String, StoredTensor> tensors) {
    Map<String, StoredTensor> bare = tensors;
    for (String prefix : PREFIXES) {
      if (bare.keySet().stream().allMatch(k -> k.startsWith(prefix))) {
        Map<String, StoredTensor> shorter = new LinkedHashMap<>();
        bare.forEach((key, tensor) -> shorter.put(key.substring(prefix.length()), tensor));
        bare = shorter;
      }
    }
    return bare;
  }

  /** The file, for messages. */
  public String source() {
    return source;
  }

  /** What a safetensors file notes about itself; empty for any other. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Names of all tensors, in the file's order. */
  public Set<String> keys() {
    return tensors.keySet();
  }

  /** Extents of a tensor that is there. */
  public Shape shape(String key) {
    return tensor(key).shape();
  }

  /**
   * The numbers of a tensor that is there, as float32.
   *
   * @throws InputException if the file cannot be read or has changed
   */
  public FloatTensor read(String key) {
    StoredTensor tensor = tensor(key);
    return checked(source, () -> tensor.read(file));
  }

  private StoredTensor tensor(String key) {
    StoredTensor tensor = tensors.get(key);
    if (tensor == null) {
      throw new IllegalArgumentException(source + " has no tensor '" + key + "'");
    }
    return tensor;
  }
}
