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
    DICT,
    TENSOR,
    PARAMETER,
    TYPED_TENSOR,
    SIZE,
    STORAGE,
    /** Harmless, and passed over unread. */
    OPAQUE
  }

  static TorchGlobal named(String module, String name) {
    String full = module + "." + name;
    if (HarmlessGlobals.isDict(full)) {
      return of(Kind.DICT);
    }
    return switch (full) {
      case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" -> of(Kind.TENSOR);
      case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
          of(Kind.PARAMETER);
      case "torch._tensor._rebuild_from_type_v2" -> of(Kind.TYPED_TENSOR);
      case "torch.Size" -> of(Kind.SIZE);
      default -> HarmlessGlobals.isOpaque(full) ? of(Kind.OPAQUE) : storage(module, name);
    };
  }

  private static TorchGlobal of(Kind kind) {
    return new TorchGlobal(kind, NumberType.FLOAT32);
  }

  private static TorchGlobal storage(String module, String name) {
    Optional<NumberType> type = NumberType.ofTorch(name).filter(t -> module.equals("torch"));
    return new TorchGlobal(
        Kind.STORAGE, type.orElseThrow(() -> RefusedGlobal.refusal(module, name)));
  }
}
