package io.chiasm.aggregator.shell.rest;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider that says who has which groups, as it is asked to. */
public class SmallProvider implements QuarkusTestResourceLifecycleManager {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int SECONDS = 600;

  private @Nullable HttpServer http;

  @Override
  public Map<String, String> start() {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
      answer(server, "/.well-known/openid-configuration", query -> discovery(issuer));
      answer(server, "/keys", query -> keySet((RSAPublicKey) keys.getPublic()));
      // The query is the claim: GET /token?ana/vision/memory.
      answer(server, "/token", query -> token(keys, issuer, query.split("/")));
      server.start();
      http = server;
      return Map.of("quarkus.oidc.auth-server-url", issuer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Answer {
    String to(String query) throws GeneralSecurityException;
  }

  private static void answer(HttpServer server, String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          try {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] body = answer.to(query).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          } catch (GeneralSecurityException e) {
            throw new IOException(e);
          } finally {
            exchange.close();
          }
        });
  }

  private static String discovery(String issuer) {
    return """
        {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/none",
         "authorization_endpoint": "%1$s/login"}
        """
        .formatted(issuer);
  }

  private static String keySet(RSAPublicKey key) {
    return """
        {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "k", "n": "%s", "e": "%s"}]}
        """
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String token(KeyPair keys, String issuer, String[] claim)
      throws GeneralSecurityException {
    String groups =
        String.join(
            "\", \"", java.util.Arrays.copyOfRange(claim, Math.min(1, claim.length), claim.length));
    long now = Instant.now().getEpochSecond();
    String body =
        """
        {"iss": "%s", "aud": "chiasm", "sub": "id-of-%2$s", "preferred_username": "%2$s",
         "groups": ["%3$s"], "iat": %4$d, "exp": %5$d}
        """
            .formatted(issuer, claim[0], groups, now, now + SECONDS);
    String signed =
        part("{\"alg\": \"RS256\", \"kid\": \"k\", \"typ\": \"JWT\"}") + "." + part(body);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void stop() {
    if (http != null) {
      http.stop(0);
    }
  }
}
