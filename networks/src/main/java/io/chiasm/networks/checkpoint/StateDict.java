package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tensors by name, as {@code torch.save(model.state_dict(), …)} and safetensors write them. Shapes
 * are known at once; numbers are read from the file when they are asked for, one tensor at a time.
 */
public final class StateDict {
  /** Modules that wrap another and compute nothing of their own. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "module",
          "_orig_mod",
          "_fsdp_wrapped_module",
          "_checkpoint_wrapped_module",
          "_forward_module");

  static final String RESAVE =
      "; save it with torch.save(model.state_dict(), 'weights.pth') or as safetensors";

  private final String source;
  private final String name;
  private final FileBytes file;
  private final Map<String, StoredTensor> tensors;
  private final Map<String, String> metadata;
  private final Set<String> wrappers;

  private StateDict(
      String source, FileBytes file, TensorSet set, Map<String, String> metadata, Bare bare) {
    this.source = source;
    this.name = set.name();
    this.file = file;
    this.tensors = Collections.unmodifiableMap(bare.tensors());
    this.wrappers = Collections.unmodifiableSet(bare.wrappers());
    this.metadata = Map.copyOf(metadata);
  }

  static StateDict of(String source, FileBytes file, TensorSet set, Map<String, String> metadata) {
    return new StateDict(source, file, set, metadata, Bare.of(set.tensors()));
  }

  /**
   * Opens a {@code .pth} or {@code .safetensors} file, told apart by content. Of several sets of
   * tensors it is the model itself, by their names.
   *
   * @throws InputException naming the file and what is wrong with it
   */
  public static StateDict open(Path path) {
    return Checkpoint.open(path).plain();
  }

  static <T> T checked(String source, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadCheckpointException e) {
      throw new InputException(source + ": " + e.getMessage(), e);
    }
  }

  /**
   * Tensors under names without wrappers, unless two then had one name.
   *
   * @param wrappers that were left out
   */
  private record Bare(Map<String, StoredTensor> tensors, Set<String> wrappers) {
    static Bare of(Map<String, StoredTensor> tensors) {
      Map<String, StoredTensor> bare = new LinkedHashMap<>();
      Set<String> wrappers = new LinkedHashSet<>();
      tensors.forEach((key, tensor) -> bare.put(bare(key, wrappers), tensor));
      return bare.size() == tensors.size() ? new Bare(bare, wrappers) : new Bare(tensors, Set.of());
    }

    private static String bare(String key, Set<String> wrappers) {
      List<String> parts = new ArrayList<>();
      for (String part : key.split("\\.", -1)) {
        if (WRAPPERS.contains(part)) {
          wrappers.add(part);
        } else {
          parts.add(part);
        }
      }
      return String.join(".", parts);
    }
  }

  /** Keys that lead to it in the file, separated by dots; empty for the file's own. */
  public String name() {
    return name;
  }

  /** Modules in the file's names of tensors that compute nothing and are left out here. */
  public Set<String> wrappers() {
    return wrappers;
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

  /** Type of the numbers of a tensor that is there, such as {@code float16}. */
  public String type(String key) {
    return tensor(key).type().toString();
  }

  /** Whether a tensor that is there is of real numbers, as weights are. */
  public boolean isReal(String key) {
    return tensor(key).type().isReal();
  }

  /** Whether another set of the file is these very numbers under the same names. */
  public boolean isSame(StateDict other) {
    return tensors.equals(other.tensors);
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
