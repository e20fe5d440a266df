package io.chiasm.local.secure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Gives signed tokens to clients, and the keys to check them with to brokers. */
final class TokenServer implements AutoCloseable {
  /** Whom the tokens are for. */
  static final String AUDIENCE = "kafka";

  static final String ISSUER = "https://tokens.example.org";

  private static final int KEY_BITS = 2048;
  private static final float MINUTES = 10;

  private final HttpServer http;
  private final RsaJsonWebKey key;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  TokenServer() throws Exception {
    key = RsaJwkGenerator.generateJwk(KEY_BITS);
    key.setKeyId("made");
    http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    http.createContext("/token", this::token);
    http.createContext("/keys", this::keys);
    http.start();
  }

  /** Where clients get tokens. */
  String tokens() {
    return address("/token");
  }

  /** Where brokers get keys. */
  String keys() {
    return address("/keys");
  }

  /** The credentials that clients showed, as they were sent. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  private void token(HttpExchange exchange) {
    asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
    answer(exchange, "{\"access_token\":\"" + signed() + "\",\"expires_in\":600}");
  }

  private void keys(HttpExchange exchange) {
    answer(exchange, new JsonWebKeySet(key).toJson());
  }

  private String signed() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject("chiasm");
    claims.setAudience(AUDIENCE);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(MINUTES);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    try {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
