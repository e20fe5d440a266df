package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Secrets are only referred to, by names and keys that there are. */
final class SecretRules {
  private static final Pattern SECRET =
      Pattern.compile(".*(PASSWORD|ACCESS_KEY|SECRET_KEY|SECRET|TOKEN|CREDENTIAL|JAAS_CONFIG)");

  private static final Integer GROUP_MAY_READ = 0440;

  private final List<String> broken = new ArrayList<>();

  private SecretRules() {}

  static List<String> broken(Overlay overlay) {
    SecretRules rules = new SecretRules();
    overlay.workloads().forEach(rules::workload);
    overlay.settings().keySet().forEach(name -> rules.inTheClear(String.valueOf(name)));
    overlay
        .of("TriggerAuthentication")
        .flatMap(m -> m.root().items("spec.secretTargetRef"))
        .forEach(reference -> rules.known(reference, reference.text("name"), "key"));
    overlay
        .of("Secret")
        .forEach(m -> rules.broken.add(m.label() + ": secrets are not kept with manifests"));
    return rules.broken;
  }

  private void workload(Manifest workload) {
    workload
        .container()
        .items("env")
        .forEach(
            variable -> {
              Node reference = variable.at("valueFrom.secretKeyRef");
              if (reference.exists()) {
                known(reference, reference.text("name"), "key");
              } else {
                inTheClear(variable.text("name"));
              }
            });
    workload
        .pod()
        .items("volumes")
        .map(volume -> volume.at("secret"))
        .filter(Node::exists)
        .forEach(this::volume);
  }

  private void volume(Node secret) {
    String name = secret.text("secretName");
    if (!Secrets.KEYS.containsKey(name)) {
      broken.add(secret.path() + ": no such secret: " + name);
    }
    secret.items("items").forEach(item -> known(item, name, "key"));
    if (!secret.is("defaultMode", GROUP_MAY_READ)) {
      broken.add(secret.path() + ".defaultMode must be 0440, which is 288");
    }
  }

  private void known(Node reference, String name, String key) {
    if (!Secrets.has(name, reference.text(key))) {
      broken.add(reference.path() + ": no key " + reference.text(key) + " in a secret " + name);
    }
  }

  private void inTheClear(String variable) {
    if (SECRET.matcher(variable).matches()) {
      broken.add(variable + " is a secret: name its file, or a secretKeyRef");
    }
  }
}
