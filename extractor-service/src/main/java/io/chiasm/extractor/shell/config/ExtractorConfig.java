package io.chiasm.extractor.shell.config;

import io.chiasm.contracts.shell.service.ServiceConfig;
import io.chiasm.extraction.shell.djl.ComputeDevice;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Settings of the extractor: those of every service, and its own. */
@ConfigMapping(prefix = "chiasm")
public interface ExtractorConfig extends ServiceConfig {
  /** The extractor's own settings. */
  Extractor extractor();

  /** The extractor's own settings. */
  interface Extractor {
    /** Photographs per run of a network; on a processor, more cost memory and are slower. */
    @WithDefault("4")
    int batch();

    /** Batches that are worked on side by side, each by one thread; all processors if not set. */
    OptionalInt threads();

    /**
     * How long a task under way may take to finish when the extractor ends, before another does it.
     */
    @WithDefault("2m")
    Duration grace();

    /** What networks run on: {@code cpu} or {@code cuda}. */
    @WithDefault("cpu")
    ComputeDevice device();
  }
}
