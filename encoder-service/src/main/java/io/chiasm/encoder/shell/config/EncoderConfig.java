package io.chiasm.encoder.shell.config;

import io.chiasm.contracts.shell.service.ServiceConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the encoder: those of every service, and its own. */
@ConfigMapping(prefix = "chiasm")
public interface EncoderConfig extends ServiceConfig {
  /** The encoder's own settings. */
  Encoder encoder();

  /** The encoder's own settings. */
  interface Encoder {
    /** Memory for features, operators and buffers; what does not fit goes to scratch files. */
    @WithDefault("1G")
    MemorySize memory();

    /** Threads of one computation; all processors if not set. */
    OptionalInt threads();

    /**
     * How long a task or Gram matrices under way may take to finish when the encoder ends; one that
     * takes longer is done by another. The default is for 872 photographs and a hemisphere of
     * 19,774 vertices on two processors, with banded ridge.
     */
    @WithDefault("5m")
    Duration grace();

    /** Folder for scratch files; the system's own if not set. */
    Optional<Path> scratch();
  }
}
