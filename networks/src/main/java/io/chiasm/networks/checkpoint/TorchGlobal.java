package io.chiasm.networks.checkpoint;

import java.util.Optional;

/**
 * The only names that a checkpoint's pickle may look up.
 *
 * @param kind what it stands for
 * @param type of a storage's numbers; float32 where it is no storage
 */
record TorchGlobal(Kind kind, NumberType type) {
  /** What a name stands for. */
  enum Kind {
    ORDERED_DICT,
    TENSOR,
    PARAMETER,
    SIZE,
    STORAGE
  }

  static TorchGlobal named(String module, String name) {
    return switch (module + "." + name) {
      case "collections.OrderedDict" -> of(Kind.ORDERED_DICT);
      case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" -> of(Kind.TENSOR);
      case "torch._utils._rebuild_parameter" -> of(Kind.PARAMETER);
      case "torch.Size" -> of(Kind.SIZE);
      default -> storage(module, name);
    };
  }

  private static TorchGlobal of(Kind kind) {
    return new TorchGlobal(kind, NumberType.FLOAT32);
  }

  private static TorchGlobal storage(String module, String name) {
    Optional<NumberType> type = NumberType.ofTorch(name).filter(t -> module.equals("torch"));
    return new TorchGlobal(
        Kind.STORAGE,
        type.orElseThrow(
            () ->
                new BadCheckpointException(
                    "asks for Python's '%s.%s', which is no part of plain weights; save only them: torch.save(model.state_dict(), 'weights.pth')"
                        .formatted(shown(module), shown(name)))));
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[^\\w.]", "?");
    return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
  }
}
