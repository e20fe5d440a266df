package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.aggregator.shell.study.StudiesBench;
import io.chiasm.contracts.shell.service.Connecting;
import io.chiasm.contracts.store.TensorStore;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** A server whose store is in memory and whose broker is nowhere. */
@Alternative
@Singleton
public class AccessBeansForTests {
  private final StudiesBench bench = new StudiesBench(ServerOfTokens.ROOT);

  @Produces
  @Singleton
  Studies studies() {
    return bench.studies();
  }

  @Produces
  @Singleton
  TensorStore store() {
    return bench.store();
  }

  @Produces
  @Singleton
  Connecting connecting() {
    Connecting connecting = new Connecting(Map.of(), () -> {}).start();
    while (!connecting.begun()) {
      Thread.onSpinWait();
    }
    return connecting;
  }
}
