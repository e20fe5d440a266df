package io.chiasm.contracts.shell.service;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A dollar sign in a password is one: elsewhere it begins the name of another setting. */
public final class SecretsAsWritten implements ConfigSourceInterceptorFactory {
  private static final Pattern SECRET =
      Pattern.compile(
          "(chiasm|kafka)\\..*"
              + "(password|username|access\\.key|secret\\.key|token|jaas\\.config|client\\.secret"
              + "|keystore\\.key|passphrase)");

  private static final int BEFORE_EXPRESSIONS = 10_000;

  @Override
  public ConfigSourceInterceptor getInterceptor(ConfigSourceInterceptorContext context) {
    return new AsWritten();
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(BEFORE_EXPRESSIONS);
  }

  static boolean isSecret(String name) {
    return SECRET
        .matcher(name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.'))
        .matches();
  }

  private static final class AsWritten implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
      return isSecret(name)
          ? Expressions.withoutExpansion(() -> context.proceed(name))
          : context.proceed(name);
    }
  }
}
