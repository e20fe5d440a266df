package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The objects of docs/how-to/scaling.md, as the models have them, beside those of the overlay. */
class ScalingGuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(apiVersion: .*?)```");

  @Test
  void itsObjectsAreThereAndCountAsKedaDoes() {
    Overlay guide = Overlay.of("guide", blocks());
    Overlay production = Overlay.of("production", Overlay.texts("production"));
    assertThat(guide.manifests()).hasSize(2);
    for (Manifest each : guide.manifests()) {
      assertThat(ModelWalk.broken(each.root(), V2HorizontalPodAutoscaler.class)).isEmpty();
      Node target = each.root().at("spec.scaleTargetRef");
      Manifest scaled = production.find("ScaledObject", target.text("name")).orElseThrow();
      assertThat(production.find(target.text("kind"), target.text("name"))).isPresent();
      Node keda = scaled.root().at("spec");
      Node spec = each.root().at("spec");
      assertThat(spec.number("maxReplicas")).isEqualTo(keda.number("maxReplicaCount"));
      Node trigger = keda.at("triggers").items().get(0).at("metadata");
      Node metric = spec.at("metrics").items().get(0).at("external");
      assertThat(metric.text("target.averageValue")).isEqualTo(trigger.text("targetValue"));
      assertThat(trigger.text("valueLocation"))
          .contains("\"" + metric.text("metric.selector.matchLabels.queue") + "\"");
      assertThat(ServiceProperties.text("docs/reference/metrics.md"))
          .contains("`" + metric.text("metric.name") + "`");
    }
  }

  private static List<String> blocks() {
    return BLOCK
        .matcher(ServiceProperties.text("docs/how-to/scaling.md"))
        .results()
        .flatMap(found -> List.of(found.group(1).split("(?m)^---\\n")).stream())
        .toList();
  }
}
