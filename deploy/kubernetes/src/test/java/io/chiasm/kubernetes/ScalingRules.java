package io.chiasm.kubernetes;

import io.chiasm.aggregator.shell.rest.TopicResource;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Workers are counted by their own queue's backlog, which a failure never makes 0. */
final class ScalingRules {
  private static final Map<String, String> QUEUES =
      Map.of("extractor", "extraction-tasks", "encoder", "encoding-tasks");

  /** Encoding tasks wait for Gram matrices, which an encoder forms when it hears of activations. */
  private static final Map<String, Integer> LEAST = Map.of("extractor", 0, "encoder", 1);

  private static final long SEVEN = 7;

  private final Overlay overlay;
  private final Broken broken = new Broken();

  private ScalingRules(Overlay overlay) {
    this.overlay = overlay;
  }

  static List<String> broken(Overlay overlay) {
    ScalingRules rules = new ScalingRules(overlay);
    overlay.of("ScaledObject").forEach(rules::scaled);
    return rules.broken.words();
  }

  private void scaled(Manifest scaler) {
    Node spec = scaler.root().at("spec");
    Manifest target = overlay.find("Deployment", spec.text("scaleTargetRef.name")).orElse(null);
    if (target == null) {
      broken.add(scaler.label() + ": no Deployment " + spec.text("scaleTargetRef.name"));
      return;
    }
    String component = target.component();
    broken.require(
        !target.root().at("spec.replicas").exists(),
        target.label() + ".spec.replicas must be left to " + scaler.label());
    broken.require(
        spec.is("minReplicaCount", LEAST.get(component)),
        spec.path() + ".minReplicaCount must be " + LEAST.get(component));
    broken.require(
        spec.is("fallback.behavior", "currentReplicasIfHigher"),
        spec.path() + ".fallback.behavior must be currentReplicasIfHigher");
    broken.require(spec.number("fallback.replicas") > 0, spec.path() + ".fallback.replicas is 0");
    spec.items("triggers").forEach(trigger -> trigger(trigger, component));
  }

  private void trigger(Node trigger, String component) {
    location(trigger.at("metadata.valueLocation"), QUEUES.getOrDefault(component, ""));
    address(trigger.at("metadata.url"));
    Manifest login =
        overlay.find("TriggerAuthentication", trigger.text("authenticationRef.name")).orElse(null);
    broken.require(
        login != null
            && login.root().items("spec.secretTargetRef").anyMatch(r -> r.is("parameter", "token")),
        trigger.path() + ".authenticationRef gives no token");
  }

  private void location(Node location, String queue) {
    Object value;
    try {
      value = new GjsonPath(location.text()).value(Backlogs.answer(SEVEN));
    } catch (IllegalArgumentException e) {
      broken.add(location.path() + ": " + e.getMessage());
      return;
    }
    broken.require(Objects.equals(value, (int) SEVEN), location.path() + " finds " + value);
    broken.require(
        location.text().contains("\"" + queue + "\""), location.path() + " is not for " + queue);
  }

  private void address(Node address) {
    URI url = URI.create(address.text());
    String host = String.valueOf(url.getHost());
    Manifest service = overlay.find("Service", host.replaceAll("\\..*", "")).orElse(null);
    if (service == null) {
      broken.add(address.path() + ": no Service " + host);
      return;
    }
    broken.require(
        host.equals(service.name() + "." + service.root().text("metadata.namespace") + ".svc"),
        address.path() + ": the Service is in another namespace");
    broken.require(
        service.root().items("spec.ports").anyMatch(p -> p.is("port", url.getPort())),
        address.path() + ": the Service has no port " + url.getPort());
    String path = TopicResource.class.getAnnotation(Path.class).value();
    broken.require(url.getPath().equals(path), address.path() + ": the path must be " + path);
  }
}
