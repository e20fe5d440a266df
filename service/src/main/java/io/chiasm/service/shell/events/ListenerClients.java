package io.chiasm.service.shell.events;

import io.chiasm.contracts.shell.service.Connections;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Clients of listeners have the same connection as all other clients. */
@ApplicationScoped
class ListenerClients implements ClientCustomizer<Map<String, Object>> {
  private final Connections connections;

  ListenerClients(Connections connections) {
    this.connections = connections;
  }

  /**
   * Instead of Quarkus' own, which would hand on whatever is named KAFKA_…, and numbers for words.
   */
  @Produces
  @Singleton
  @Identifier("default-kafka-broker")
  static Map<String, Object> shared(Connections connections) {
    return Map.of("bootstrap.servers", connections.brokers().bootstrap());
  }

  @Override
  public Map<String, Object> customize(
      String channel, Config channelConfig, Map<String, Object> given) {
    Map<String, Object> all = new HashMap<>(given);
    all.putAll(connections.brokers().properties());
    return all;
  }
}
