package io.chiasm.aggregator.shell.access;

import io.chiasm.study.access.AccessMode;
import io.chiasm.study.access.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows callers by a token, sent as a bearer's or in the dashboard's cookie; takes everybody for an
 * operator where nobody is asked; leaves all else to the provider's own mechanism.
 */
@Singleton
class AccessMechanism implements HttpAuthenticationMechanism {
  private static final int BEFORE_THE_PROVIDERS = 2 * DEFAULT_PRIORITY;
  private static final String BEARER = "bearer ";

  private final Access access;

  AccessMechanism(Access access) {
    this.access = access;
  }

  @Override
  public int getPriority() {
    return BEFORE_THE_PROVIDERS;
  }

  @Override
  public Uni<@Nullable SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    if (!access.mode().asks()) {
      return Uni.createFrom().item(Identities.of(Caller.ANYONE));
    }
    return access.mode() == AccessMode.TOKENS ? byToken(request) : Uni.createFrom().nullItem();
  }

  private Uni<@Nullable SecurityIdentity> byToken(RoutingContext request) {
    Optional<String> bearer = bearer(request);
    if (bearer.isPresent()) {
      return access
          .find(bearer.get())
          .map(caller -> Uni.createFrom().item(Identities.of(caller)))
          .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }
    // An old cookie counts as none: the page must open for a new token to be given.
    return Uni.createFrom()
        .item(cookie(request).flatMap(access::find).map(Identities::of).orElse(null));
  }

  private static Optional<String> bearer(RoutingContext request) {
    String header = request.request().getHeader("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> cookie(RoutingContext request) {
    Cookie cookie = request.request().getCookie(SessionCookie.NAME);
    return Optional.ofNullable(cookie).map(Cookie::getValue);
  }

  /** Only a browser that opens a page is sent to the provider; programs and scripts are told. */
  @Override
  public Uni<@Nullable ChallengeData> getChallenge(RoutingContext request) {
    boolean page =
        request.request().method() == HttpMethod.GET
            && String.valueOf(request.request().getHeader("Accept")).contains("text/html");
    return access.mode() == AccessMode.OIDC && page
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SessionCookie.NAME));
  }
}
