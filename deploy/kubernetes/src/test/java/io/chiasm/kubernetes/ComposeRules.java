package io.chiasm.kubernetes;

import io.chiasm.service.shell.HealthProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of the compose file. */
final class ComposeRules {
  private static final Set<String> ALL =
      Set.of("extractor", "encoder", "aggregator", "kafka", "s3", "prometheus", "grafana");

  /** Without a profile a service always runs. */
  private static final Map<String, String> PROFILES =
      Map.of("kafka", "kafka", "s3", "s3", "prometheus", "monitoring", "grafana", "monitoring");

  private static final Map<String, String> PUBLISHED =
      Map.of("aggregator", "127.0.0.1:8080:8080", "grafana", "127.0.0.1:3000:3000");

  private static final Set<String> KEYS =
      Set.of(
          "image",
          "user",
          "read_only",
          "cap_drop",
          "security_opt",
          "pids_limit",
          "restart",
          "logging",
          "stop_grace_period",
          "networks",
          "env_file",
          "environment",
          "secrets",
          "tmpfs",
          "volumes",
          "mem_limit",
          "healthcheck",
          "ports",
          "profiles",
          "hostname",
          "container_name",
          "entrypoint",
          "command");

  private static final Pattern SIZE = Pattern.compile("(\\d+)([mg])");
  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+[mg])");
  private static final Pattern TEMPORARY = Pattern.compile("([^:]+):.*\\bsize=(\\d+[mg])\\b.*");
  private static final Pattern SECONDS = Pattern.compile("(\\d+)s");
  private static final Pattern IMAGE = Pattern.compile("([a-z0-9-]+/)?[a-z0-9-]+:[\\w][\\w.-]*");

  /** Beside heap, tensors and files in memory: code, stacks, buffers, native libraries. */
  private static final long OVERHEAD = 512L << 20;

  private final Compose compose;
  private final Broken broken = new Broken();

  private ComposeRules(Compose compose) {
    this.compose = compose;
  }

  /** What does not hold, each with its service. */
  static List<String> broken(Compose compose) {
    ComposeRules rules = new ComposeRules(compose);
    Set<String> services =
        compose.services().stream().map(Node::path).collect(Collectors.toCollection(TreeSet::new));
    rules.broken.require(services.equals(ALL), "services are " + services);
    compose.services().forEach(rules::service);
    rules.networks();
    rules.secrets();
    if (services.containsAll(Compose.SERVICES)) {
      rules.broken.addAll(
          SettingRules.broken(Compose.overlay(name -> Compose.environment(compose.service(name)))));
    }
    return rules.broken.words();
  }

  private void service(Node service) {
    String name = service.path();
    service.keys().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> broken.add(name + "." + key + " must not be there"));
    lockedUp(service);
    files(service);
    memory(service);
    Node ports = service.at("ports");
    List<String> published = Compose.texts(ports).toList();
    String port = PUBLISHED.get(name);
    broken.require(
        published.equals(port == null ? List.of() : List.of(port)),
        name + ".ports are " + published + ", must be " + (port == null ? "none" : port));
    Node profiles = service.at("profiles");
    broken.require(
        Compose.texts(profiles)
            .collect(Collectors.joining())
            .equals(PROFILES.getOrDefault(name, "")),
        name + ".profiles are not " + PROFILES.getOrDefault(name, "none"));
    Set<String> declared = Set.copyOf(compose.root().at("secrets").keys());
    Compose.texts(service.at("secrets"))
        .filter(secret -> !declared.contains(secret))
        .forEach(secret -> broken.add(name + ": no secret " + secret));
    if (Compose.SERVICES.contains(name)) {
      own(service);
    }
  }

  private void lockedUp(Node service) {
    String name = service.path();
    broken.must(service, "read_only", true);
    broken.must(service, "cap_drop", List.of("ALL"));
    broken.must(service, "security_opt", List.of("no-new-privileges:true"));
    broken.must(service, "user", "65532:65532");
    broken.must(service, "restart", "unless-stopped");
    broken.require(service.number("pids_limit") > 0, name + ".pids_limit is missing");
    broken.require(
        service.at("logging.options.max-size").exists(), name + ".logging has no max-size");
    broken.require(service.at("healthcheck.test").exists(), name + ".healthcheck is missing");
    broken.require(
        IMAGE.matcher(service.text("image")).matches()
            && !service.text("image").endsWith(":latest"),
        name + ".image must have a tag, which is not latest, and no registry");
  }

  /** Folders of the host are made by secrets.sh or are the project's, which nobody writes. */
  private void files(Node service) {
    String name = service.path();
    for (String volume : Compose.texts(service.at("volumes")).toList()) {
      String[] parts = volume.split(":");
      boolean readOnly = parts.length > 2 && parts[2].equals("ro");
      boolean written = parts[0].startsWith("./data/");
      broken.require(
          written || parts[0].startsWith("./secrets/") || parts[0].equals("../monitoring"),
          name + ": nobody makes " + parts[0]);
      broken.require(written || readOnly, name + ": " + parts[0] + " must be read-only");
      broken.require(
          parts.length > 1 && parts[1].startsWith("/"), name + ": no place for " + parts[0]);
    }
    for (String temporary : Compose.texts(service.at("tmpfs")).toList()) {
      broken.require(
          TEMPORARY.matcher(temporary).matches() && temporary.contains("nosuid"),
          name + ": " + temporary + " must have a size, and nosuid");
    }
    for (Node file : service.at("env_file").items()) {
      boolean optional = file.is("required", false) && file.is("path", "settings.env");
      Path path = Compose.FOLDER.resolve(file.text().isEmpty() ? "-" : file.text());
      broken.require(optional || Files.exists(path), name + ": no file " + file.text());
    }
    Compose.environment(service).forEach((variable, value) -> secretFile(service, variable, value));
  }

  /** A variable that names a file of a secret. */
  private void secretFile(Node service, String variable, String value) {
    String folder = "/run/secrets/";
    if (value.startsWith(folder)) {
      String secret = value.substring(folder.length());
      broken.require(
          Compose.texts(service.at("secrets")).anyMatch(secret::equals),
          service.path() + ": " + variable + ": no secret " + secret);
    } else if (value.startsWith("/run/")) {
      broken.require(
          Compose.texts(service.at("volumes"))
              .anyMatch(volume -> value.startsWith(volume.split(":")[1] + "/")),
          service.path() + ": " + variable + ": nothing is mounted for " + value);
    }
    broken.require(
        !variable.matches(".*(PASSWORD|ACCESS_KEY|SECRET_KEY|SECRET|TOKEN|CREDENTIAL|IDENTITY)"),
        service.path() + ": " + variable + " is a secret: name its file");
  }

  private void memory(Node service) {
    String name = service.path();
    long limit = bytes(service.text("mem_limit"));
    broken.require(limit > 0, name + ".mem_limit is missing");
    long needed = 0;
    for (String temporary : Compose.texts(service.at("tmpfs")).toList()) {
      Matcher size = TEMPORARY.matcher(temporary);
      needed += size.matches() ? bytes(size.group(2)) : 0;
    }
    Map<String, String> environment = Compose.environment(service);
    Matcher heap = HEAP.matcher(String.join(" ", environment.values()));
    if (heap.find()) {
      needed += bytes(heap.group(1));
    } else {
      broken.require(!Compose.SERVICES.contains(name), name + ": JAVA_TOOL_OPTIONS sets no heap");
    }
    if (Compose.SERVICES.contains(name)) {
      needed += OVERHEAD;
      needed +=
          bytes(environment.getOrDefault("CHIASM_ENCODER_MEMORY", "0m").toLowerCase(Locale.ROOT));
    }
    broken.require(
        needed <= limit,
        name + ".mem_limit is less than heap, working memory, files in memory and 512m");
  }

  private void own(Node service) {
    String name = service.path();
    broken.require(
        service.text("image").equals("chiasm-" + name + ":" + ServiceProperties.version()),
        name + ".image must be chiasm-" + name + ":" + ServiceProperties.version());
    String test = service.text("healthcheck.test");
    String address = "http://localhost:" + ServiceProperties.port(name) + "/q/health/live";
    broken.require(test.contains(address), name + ".healthcheck must ask " + address);
    broken.require(
        test.contains(HealthProbe.class.getName()),
        name + ".healthcheck must need no program that the image lacks");
    long least = UpdateRules.secondsToEnd(name, Compose.environment(service));
    Matcher grace = SECONDS.matcher(service.text("stop_grace_period"));
    broken.require(
        grace.matches() && Integer.parseInt(grace.group(1)) >= least,
        name + ".stop_grace_period must be at least " + least + "s");
    broken.require(
        Compose.texts(service.at("tmpfs"))
            .anyMatch(t -> t.startsWith("/tmp:") && t.contains(",exec,")),
        name + ".tmpfs: programs are run from /tmp");
    broken.require(
        !name.equals("aggregator") || service.at("container_name").exists(),
        name + ".container_name keeps it from being started twice");
  }

  /** Broker, store and metrics are where no way leads out. */
  private void networks() {
    Node networks = compose.root().at("networks");
    broken.require(networks.is("inside.internal", true), "networks.inside.internal must be true");
    for (Node service : compose.services()) {
      List<String> used = Compose.texts(service.at("networks")).toList();
      used.stream()
          .filter(network -> !networks.keys().contains(network))
          .forEach(network -> broken.add(service.path() + ": no network " + network));
      broken.require(used.contains("inside"), service.path() + ".networks must have inside");
      boolean out = Compose.SERVICES.contains(service.path()) || service.path().equals("grafana");
      broken.require(
          out || used.equals(List.of("inside")), service.path() + " must not reach outside");
    }
  }

  private void secrets() {
    String script = Compose.read("secrets.sh");
    Node secrets = compose.root().at("secrets");
    for (String name : secrets.keys()) {
      String file = secrets.key(name).text("file").replaceFirst("^\\./", "");
      broken.require(
          script.contains("file " + file + "\n"),
          "secrets." + name + ": secrets.sh makes no " + file);
    }
  }

  private static long bytes(String size) {
    Matcher found = SIZE.matcher(size);
    return found.matches()
        ? Long.parseLong(found.group(1)) << (found.group(2).equals("g") ? 30 : 20)
        : 0;
  }
}
