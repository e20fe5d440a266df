package io.chiasm.kubernetes;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.extractor.shell.config.ExtractorConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Variables are ones that the service reads, with values that it takes, and none is missing. */
final class SettingRules {
  private static final Map<String, Class<?>> CONFIGS =
      Map.of(
          "extractor", ExtractorConfig.class,
          "encoder", EncoderConfig.class,
          "aggregator", AggregatorConfig.class);

  private static final Pattern VARIABLE =
      Pattern.compile("`((?:CHIASM|KAFKA|QUARKUS|ORT)_[A-Z0-9_]*[A-Z0-9])`");

  /** Java's own. */
  private static final String JAVA = "JAVA_TOOL_OPTIONS";

  /** Quarkus' settings of a provider of logins, which are as many as providers. */
  private static final String PROVIDER = "QUARKUS_OIDC_";

  private static final Set<String> DOCUMENTED = documented();

  private final Broken broken = new Broken();

  private SettingRules() {}

  static List<String> broken(Overlay overlay) {
    SettingRules rules = new SettingRules();
    overlay.services().forEach(service -> rules.service(service, Settings.of(overlay, service)));
    return rules.broken.words();
  }

  private void service(Manifest service, Map<String, String> settings) {
    Class<?> config = CONFIGS.get(service.component());
    if (config == null) {
      broken.add(service.label() + " is no service");
      return;
    }
    Set<String> known = new TreeSet<>(SettingNames.of(config));
    known.addAll(DOCUMENTED);
    known.add(JAVA);
    settings.keySet().stream()
        .filter(name -> !known.contains(name) && !name.startsWith(PROVIDER))
        .forEach(name -> broken.add(service.label() + ": nothing reads " + name));
    either(service, settings, "CHIASM_STORE_ACCESS_KEY", "CHIASM_STORE_ACCESS_KEY_FILE");
    either(service, settings, "CHIASM_STORE_SECRET_KEY", "CHIASM_STORE_SECRET_KEY_FILE");
    either(service, settings, "CHIASM_KAFKA", "KAFKA_BOOTSTRAP_SERVERS");
    if (service.component().equals("extractor")) {
      either(service, settings, "ORT_DISABLE_TELEMETRY");
    }
    if (service.component().equals("aggregator")) {
      either(service, settings, "CHIASM_ACCESS");
      broken.require(
          !settings.getOrDefault("CHIASM_ACCESS", "").equals("open"),
          service.label() + ": CHIASM_ACCESS must not be open");
    }
    login(service, settings);
    read(service, settings, config);
  }

  private void either(Manifest service, Map<String, String> settings, String... names) {
    long set = List.of(names).stream().filter(settings::containsKey).count();
    broken.require(
        set == 1, service.label() + ": one of " + String.join(", ", names) + " must be set");
  }

  private void login(Manifest service, Map<String, String> settings) {
    String protocol = settings.getOrDefault("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
    if (protocol.startsWith("SASL")) {
      either(service, settings, "KAFKA_SASL_MECHANISM");
      either(service, settings, "CHIASM_KAFKA_USERNAME", "CHIASM_KAFKA_USERNAME_FILE");
      either(service, settings, "CHIASM_KAFKA_PASSWORD", "CHIASM_KAFKA_PASSWORD_FILE");
    }
  }

  /** By the mapping itself. */
  private void read(Manifest service, Map<String, String> settings, Class<?> config) {
    try {
      Settings.read(settings, config);
    } catch (RuntimeException e) {
      broken.add(service.label() + ": " + e.getMessage());
    }
  }

  private static Set<String> documented() {
    return List.of("docs/reference/settings.md", "docs/reference/networks.md").stream()
        .flatMap(file -> VARIABLE.matcher(ServiceProperties.text(file)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
