package io.chiasm.fuzz.reading;

import io.chiasm.networks.checkpoint.Checkpoint;
import io.chiasm.networks.checkpoint.StateDict;
import java.io.IOException;
import java.nio.file.Path;

/** Files of weights, told apart by content: torch's zip and older format, safetensors. */
public final class CheckpointReading {
  private CheckpointReading() {}

  public static void file(byte[] bytes) throws IOException {
    Path file = Scratch.file("weights.pth", bytes);
    Checkpoint checkpoint = Checkpoint.open(file);
    checkpoint.metadata();
    checkpoint.plain();
    checkpoint.sets().stream().limit(4).forEach(CheckpointReading::use);
  }

  private static void use(StateDict set) {
    set.keys().stream()
        .limit(8)
        .forEach(
            key -> Attempts.each(() -> set.shape(key), () -> set.type(key), () -> read(set, key)));
  }

  private static Object read(StateDict set, String key) {
    return set.isReal(key) ? set.read(key) : key;
  }
}
