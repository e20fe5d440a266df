package io.chiasm.aggregator.shell.wiring;

import io.chiasm.aggregator.shell.access.Access;
import io.chiasm.aggregator.shell.access.FreshTokens;
import io.chiasm.aggregator.shell.access.ServerPaths;
import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.yaml.PathRule;
import io.chiasm.study.access.AccessMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may do what, from the settings. */
@ApplicationScoped
class AccessBeans {
  private static final Logger LOG = LoggerFactory.getLogger(AccessBeans.class);
  private static final int EXIT_ON_INPUT = 2;
  private static final int FIRST = 1;

  /** Settings that are wrong end the process with one sentence, before the port is open. */
  @Produces
  @Singleton
  @Startup(FIRST)
  Access access(AggregatorConfig config, Config all) {
    try {
      return of(config, all);
    } catch (InputException e) {
      // Thrown by itself it would be taken for an orderly end of the start.
      throw new IllegalStateException(
          new PreventFurtherStepsException(e.getMessage(), EXIT_ON_INPUT));
    }
  }

  private static Access of(AggregatorConfig config, Config all) {
    AccessMode mode =
        AccessMode.of(
            config.access(),
            config.accessTokens().isPresent(),
            all.getOptionalValue("quarkus.oidc.auth-server-url", String.class).isPresent(),
            loopback(all.getOptionalValue("quarkus.http.host", String.class).orElse("")));
    if (mode == AccessMode.OPEN) {
      LOG.warn("CHIASM_ACCESS is open: whoever reaches the port may do anything");
    } else {
      LOG.info("access={}", mode.label());
    }
    return new Access(
        mode,
        mode == AccessMode.TOKENS
            ? config.accessTokens().map(file -> new FreshTokens(file, InstantSource.system()))
            : java.util.Optional.empty(),
        paths(mode, config));
  }

  private static PathRule paths(AccessMode mode, AggregatorConfig config) {
    return mode.asks() || config.accessRoots().isPresent()
        ? new ServerPaths(
            config.accessRoots().orElse(List.of()).stream().map(String::strip).toList())
        : PathRule.ANY;
  }

  static boolean loopback(String host) {
    try {
      return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
