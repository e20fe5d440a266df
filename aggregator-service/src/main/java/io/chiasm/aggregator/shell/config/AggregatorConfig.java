package io.chiasm.aggregator.shell.config;

import io.chiasm.contracts.shell.service.ServiceConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the aggregator: those of every service, and its own. */
@ConfigMapping(prefix = "chiasm")
public interface AggregatorConfig extends ServiceConfig {
  /** The aggregator's own settings. */
  Aggregator aggregator();

  /** Whether files may be sent along with studies. */
  @WithDefault("true")
  boolean uploads();

  /** The largest file that may be sent. */
  @WithName("uploads.most-per-file")
  @WithDefault("8G")
  MemorySize uploadsMostPerFile();

  /** The most that may be sent with one study. */
  @WithName("uploads.most-in-all")
  @WithDefault("200G")
  MemorySize uploadsMostInAll();

  /** The most that is kept of what all studies sent. */
  @WithName("uploads.most-kept")
  @WithDefault("1024G")
  MemorySize uploadsMostKept();

  /** How it knows who asks: {@code tokens}, {@code oidc} or {@code open}. */
  Optional<String> access();

  /** File of the tokens that it knows. */
  @WithName("access.tokens")
  Optional<Path> accessTokens();

  /** Folders and {@code s3://bucket/prefix} that studies may name files below. */
  @WithName("access.roots")
  Optional<List<String>> accessRoots();

  /** The provider's names of the role of a viewer; that word if not set. */
  @WithName("access.roles.viewer")
  Optional<List<String>> rolesViewer();

  /** The provider's names of the role of a scientist; that word if not set. */
  @WithName("access.roles.scientist")
  Optional<List<String>> rolesScientist();

  /** The provider's names of the role of an operator; that word if not set. */
  @WithName("access.roles.operator")
  Optional<List<String>> rolesOperator();

  /** The aggregator's own settings. */
  interface Aggregator {
    /** How often studies, topics and dead letters are looked at for the dashboard and metrics. */
    @WithDefault("1s")
    Duration pulse();

    /** The least time between two redraws of a running study's preliminary figures. */
    @WithDefault("5s")
    Duration preview();

    /** How often a study with news is compared with the store. */
    @WithDefault("500ms")
    Duration look();

    /** How often a study's missing objects are asked for though nobody said that they are there. */
    @WithDefault("10s")
    Duration glance();

    /** Stillness after which a study's missing tasks are sent again if no queue holds any. */
    @WithDefault("60s")
    Duration rescue();

    /** The most tasks of all studies in one queue, those under way included. */
    @WithDefault("200")
    int window();
  }
}
