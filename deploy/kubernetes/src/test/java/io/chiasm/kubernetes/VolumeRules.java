package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Mounts have volumes, scratch has a size, and each file that a setting names is there. */
final class VolumeRules {
  private static final String RUN = "/run/chiasm/";

  private final Overlay overlay;
  private final List<String> broken = new ArrayList<>();

  private VolumeRules(Overlay overlay) {
    this.overlay = overlay;
  }

  static List<String> broken(Overlay overlay) {
    VolumeRules rules = new VolumeRules(overlay);
    overlay.workloads().forEach(rules::workload);
    return rules.broken;
  }

  private void workload(Manifest workload) {
    Set<String> volumes = names(workload.pod().at("volumes"));
    workload
        .root()
        .items("spec.volumeClaimTemplates")
        .forEach(claim -> volumes.add(claim.text("metadata.name")));
    Set<String> mounted = names(workload.container().at("volumeMounts"));
    Set<String> missing = new HashSet<>(mounted);
    missing.removeAll(volumes);
    missing.forEach(name -> broken.add(workload.label() + ": no volume " + name));
    volumes.removeAll(mounted);
    volumes.forEach(name -> broken.add(workload.label() + ": volume " + name + " is not mounted"));
    scratch(workload);
    configMaps(workload);
    if (workload.service()) {
      Settings.of(overlay, workload).forEach((name, value) -> file(workload, name, value));
    }
  }

  private Set<String> names(Node list) {
    Set<String> names = new HashSet<>();
    for (Node item : list.items()) {
      if (!names.add(item.text("name"))) {
        broken.add(item.path() + " is there twice");
      }
    }
    return names;
  }

  private void scratch(Manifest workload) {
    double all = 0;
    for (Node volume : workload.pod().at("volumes").items()) {
      if (volume.at("emptyDir").exists()) {
        Node size = volume.at("emptyDir.sizeLimit");
        if (!size.exists()) {
          broken.add(volume.path() + ".emptyDir has no sizeLimit");
        }
        all += Quantities.of(size);
      }
    }
    Node limit = workload.container().at("resources.limits.ephemeral-storage");
    if (all > Quantities.of(limit)) {
      broken.add(limit.path() + " is less than its emptyDirs together");
    }
  }

  private void configMaps(Manifest workload) {
    workload
        .container()
        .items("envFrom")
        .map(from -> from.at("configMapRef.name"))
        .filter(name -> overlay.find("ConfigMap", name.text()).isEmpty())
        .forEach(name -> broken.add(name.path() + ": no ConfigMap " + name.text()));
  }

  /** A setting that names a file of a secret. */
  private void file(Manifest workload, String setting, String path) {
    if (!path.startsWith(RUN)) {
      return;
    }
    String folder = path.substring(0, path.lastIndexOf('/'));
    String key = path.substring(path.lastIndexOf('/') + 1);
    Optional<Node> secret = secretAt(workload, folder);
    if (secret.isEmpty()) {
      broken.add(workload.label() + ": " + setting + ": nothing is mounted at " + folder);
    } else if (!keys(secret.get()).contains(key)) {
      broken.add(workload.label() + ": " + setting + ": no file " + key + " in " + folder);
    }
  }

  private static Optional<Node> secretAt(Manifest workload, String folder) {
    return workload
        .container()
        .items("volumeMounts")
        .filter(mount -> mount.text("mountPath").equals(folder))
        .flatMap(
            mount ->
                workload
                    .pod()
                    .items("volumes")
                    .filter(volume -> volume.is("name", mount.at("name").value())))
        .map(volume -> volume.at("secret"))
        .findFirst();
  }

  private static Set<String> keys(Node secret) {
    Map<String, String> paths = new TreeMap<>();
    secret.items("items").forEach(item -> paths.put(item.text("path"), item.text("key")));
    return paths.isEmpty()
        ? Secrets.KEYS.getOrDefault(secret.text("secretName"), Set.of())
        : paths.keySet();
  }
}
