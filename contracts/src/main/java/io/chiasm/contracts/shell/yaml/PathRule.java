package io.chiasm.contracts.shell.yaml;

import java.nio.file.Path;
import java.util.Optional;

/** Which files and folders a study may name. Asked before anything is looked at there. */
@FunctionalInterface
public interface PathRule {
  /** Whatever the reader of the study file can reach itself. */
  PathRule ANY = path -> Optional.empty();

  /** Why a path is refused and what would be right; empty if it may be named. */
  Optional<Refusal> refusal(Path path);

  /**
   * Why a path is refused.
   *
   * @param found what is wrong with it
   * @param possible what would be right
   */
  record Refusal(String found, String possible) {}
}
