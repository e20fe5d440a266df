package io.chiasm.local.client;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.secret.Secret;
import io.chiasm.contracts.shell.tls.FreshTrust;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What a server is shown of who asks, and what it has to show. */
public final class ServerAccess {
  /** Nothing is shown; a server has to show a certificate that Java trusts. */
  public static final ServerAccess NONE = new ServerAccess(Optional.empty(), Optional.empty());

  private static final String TOKEN = "CHIASM_TOKEN";
  private static final String IN_THE_CLEAR = "CHIASM_TOKEN_OVER_HTTP";
  static final String AUTHORITIES = "CHIASM_SERVER_CA";

  private final Optional<String> token;
  private final Optional<Path> authorities;

  private ServerAccess(Optional<String> token, Optional<Path> authorities) {
    this.token = token;
    this.authorities = authorities;
  }

  /**
   * As the environment says, for one server.
   *
   * @throws InputException if a setting is wrong, or the token could be read on its way
   */
  public static ServerAccess to(URI server, Map<String, String> environment) {
    Optional<String> token =
        Secret.find(
            TOKEN, set(environment, TOKEN), set(environment, TOKEN + "_FILE").map(Path::of));
    if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]+")) {
      throw new InputException(TOKEN + ": a token is one word, as 'chiasm token' prints it");
    }
    boolean readable = "http".equals(server.getScheme()) && !loopback(server.getHost());
    if (token.isPresent() && readable && !"true".equals(environment.get(IN_THE_CLEAR))) {
      throw new InputException(
          "the token would go to "
              + server
              + " in the clear: use https, or set "
              + IN_THE_CLEAR
              + "=true where the network may be trusted");
    }
    return new ServerAccess(token, set(environment, AUTHORITIES).map(ServerAccess::file));
  }

  private static Path file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException(AUTHORITIES + ": no path of a file: " + text, e);
    }
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The token to send. */
  Optional<String> token() {
    return token;
  }

  /** Trusts the authorities named, and no others; Java's if none are. */
  HttpClient.Builder trusting(HttpClient.Builder client) {
    authorities.ifPresent(file -> client.sslContext(context(file)));
    return client;
  }

  private static SSLContext context(Path file) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new FreshTrust(AUTHORITIES, file)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
