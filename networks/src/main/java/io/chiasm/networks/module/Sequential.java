package io.chiasm.networks.module;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Modules one after the other; in evaluation a batch norm right after a convolution becomes part of
 * it.
 */
public final class Sequential implements NetworkModule {
  private final List<Named> parts = new ArrayList<>();

  /** torch's {@code Sequential}: parts are called 0, 1, 2 … */
  public static Sequential of(NetworkModule... parts) {
    return of(List.of(parts));
  }

  public static Sequential of(List<NetworkModule> parts) {
    Sequential sequential = new Sequential();
    for (int i = 0; i < parts.size(); i++) {
      sequential.then(String.valueOf(i), parts.get(i));
    }
    return sequential;
  }

  /**
   * Adds a part.
   *
   * @param name attribute of torch's module; starting with a slash where it is no module there
   */
  public Sequential then(String name, NetworkModule part) {
    parts.add(new Named(name, part));
    return this;
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    parts.forEach(p -> p.module().declare(p.path(path), parameters));
  }

  @Override
  public String emit(String path, String in, Emission to) {
    String at = in;
    for (int i = 0; i < parts.size(); i++) {
      Named part = parts.get(i);
      if (to.endsBefore(part.module(), part.path(path))) {
        return at;
      }
      NetworkModule next = i + 1 < parts.size() ? parts.get(i + 1).module() : part.module();
      if (!to.normsLearn()
          && part.module() instanceof Conv2d conv
          && next instanceof BatchNorm2d norm) {
        i++;
        at = conv.emitFolded(part.path(path), at, to, norm, parts.get(i).path(path));
      } else {
        at = part.module().emit(part.path(path), at, to);
      }
    }
    return to.ended() ? at : to.named(path, at);
  }
}
