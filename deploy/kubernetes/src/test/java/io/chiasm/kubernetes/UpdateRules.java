package io.chiasm.kubernetes;

import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.extractor.shell.config.ExtractorConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An update, a drain and an end lose nothing and leave no two aggregators. */
final class UpdateRules {
  /** From the end of the grace to the end of the process. */
  private static final int SECONDS_TO_END = 20;

  private final Broken broken = new Broken();

  private UpdateRules() {}

  static List<String> broken(Overlay overlay) {
    UpdateRules rules = new UpdateRules();
    overlay.services().forEach(rules::service);
    overlay
        .workloads()
        .forEach(
            w ->
                rules.grace(
                    w, w.service() ? secondsToEnd(w.component(), Settings.of(overlay, w)) : 1));
    overlay
        .of("PodDisruptionBudget")
        .forEach(
            m ->
                rules.broken.require(
                    m.root().number("spec.maxUnavailable") == 1
                        && !m.root().at("spec.minAvailable").exists(),
                    m.label() + ": one worker would stop every drain: maxUnavailable must be 1"));
    return rules.broken.words();
  }

  private void service(Manifest service) {
    Node spec = service.root().at("spec");
    if (service.component().equals("aggregator")) {
      broken.require(spec.is("replicas", 1), spec.path() + ".replicas must be 1");
      broken.require(
          spec.is("strategy.type", "Recreate"), spec.path() + ".strategy must be Recreate");
    } else {
      broken.require(
          spec.is("strategy.rollingUpdate.maxUnavailable", 0),
          spec.path() + ".strategy.rollingUpdate.maxUnavailable must be 0");
    }
  }

  /** From the request to end to the end of the process. */
  static long secondsToEnd(String component, Map<String, String> settings) {
    try {
      return ofTasks(component, settings).toSeconds() + SECONDS_TO_END;
    } catch (RuntimeException e) {
      // Rules of settings say what is wrong with them.
      return SECONDS_TO_END;
    }
  }

  private static Duration ofTasks(String component, Map<String, String> settings) {
    return switch (component) {
      case "extractor" -> Settings.read(settings, ExtractorConfig.class).extractor().grace();
      case "encoder" -> Settings.read(settings, EncoderConfig.class).encoder().grace();
      default -> Duration.ZERO;
    };
  }

  private void grace(Manifest workload, long least) {
    Node grace = workload.pod().at("terminationGracePeriodSeconds");
    broken.require(
        grace.value() instanceof Integer given && given >= least,
        grace.path() + " must be at least " + least);
  }
}
