package io.chiasm.networks.builtin;

import io.chiasm.networks.checkpoint.NamedTensor;
import io.chiasm.networks.checkpoint.SafetensorsFile;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.ParameterSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files of weights with notes. */
final class WrittenWeights {
  private WrittenWeights() {}

  static void write(
      Path file, List<Parameter> parameters, ParameterSource numbers, Map<String, String> notes)
      throws IOException {
    List<NamedTensor> tensors =
        parameters.stream()
            .map(p -> new NamedTensor(p.key(), numbers.read(p.key()), false))
            .toList();
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsFile.write(out, tensors, notes);
    }
  }
}
