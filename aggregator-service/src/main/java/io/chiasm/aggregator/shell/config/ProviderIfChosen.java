package io.chiasm.aggregator.shell.config;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/** The part that talks to a login provider is on only where callers are known by it. */
public final class ProviderIfChosen implements ConfigSourceInterceptor {
  private static final long serialVersionUID = 1L;
  private static final String ENABLED = "quarkus.oidc.tenant-enabled";
  private static final String PROVIDER = "quarkus.oidc.auth-server-url";
  private static final String CHOSEN = "chiasm.access";
  private static final String TOKENS = "chiasm.access.tokens";

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    if (!name.equals(ENABLED)) {
      return value;
    }
    return ConfigValue.builder()
        .withName(ENABLED)
        .withValue(String.valueOf(chosen(context)))
        .withConfigSourceName(ProviderIfChosen.class.getSimpleName())
        .build();
  }

  private static boolean chosen(ConfigSourceInterceptorContext context) {
    String mode = text(context, CHOSEN);
    boolean implied = mode.isEmpty() && text(context, TOKENS).isEmpty();
    return (implied || mode.equals("oidc")) && !text(context, PROVIDER).isEmpty();
  }

  private static String text(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }
}
