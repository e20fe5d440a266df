package io.chiasm.kubernetes;

import io.chiasm.contracts.shell.service.QueueWorkers;
import java.util.ArrayList;
import java.util.List;

/** An update, a drain and an end lose nothing and leave no two aggregators. */
final class UpdateRules {
  /** From the end of a task to the end of its process. */
  private static final int SECONDS_TO_END = 20;

  private final List<String> broken = new ArrayList<>();

  private UpdateRules() {}

  static List<String> broken(Overlay overlay) {
    UpdateRules rules = new UpdateRules();
    overlay.services().forEach(rules::service);
    overlay.workloads().forEach(rules::grace);
    overlay
        .of("PodDisruptionBudget")
        .forEach(
            m ->
                rules.require(
                    m.root().number("spec.maxUnavailable") == 1
                        && !m.root().at("spec.minAvailable").exists(),
                    m.label() + ": one worker would stop every drain: maxUnavailable must be 1"));
    return rules.broken;
  }

  private void service(Manifest service) {
    Node spec = service.root().at("spec");
    if (service.component().equals("aggregator")) {
      require(spec.is("replicas", 1), spec.path() + ".replicas must be 1");
      require(spec.is("strategy.type", "Recreate"), spec.path() + ".strategy must be Recreate");
    } else {
      require(
          spec.is("strategy.rollingUpdate.maxUnavailable", 0),
          spec.path() + ".strategy.rollingUpdate.maxUnavailable must be 0");
    }
  }

  private void grace(Manifest workload) {
    Node grace = workload.pod().at("terminationGracePeriodSeconds");
    long least = workload.service() ? QueueWorkers.GRACE.toSeconds() + SECONDS_TO_END : 1;
    require(
        grace.value() instanceof Integer given && given >= least,
        grace.path() + " must be at least " + least);
  }

  private void require(boolean holds, String words) {
    if (!holds) {
      broken.add(words);
    }
  }
}
