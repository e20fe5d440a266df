package io.chiasm.local.client;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.tls.TlsFaults;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** One server: requests to it, and its refusals in its own words. */
final class Server {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI address;
  private final ServerAccess access;
  private final HttpClient http;

  Server(URI address, ServerAccess access) {
    this.address = address;
    this.access = access;
    // Redirects are not followed: another host must not be given the token.
    this.http =
        access
            .trusting(HttpClient.newBuilder())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    access.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  byte[] send(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    String words = new String(response.body(), StandardCharsets.UTF_8).strip();
    throw refusal(response.statusCode(), String.valueOf(request.uri()), words);
  }

  /** What an answer that is no success means to who asked. */
  RuntimeException refusal(int status, String asked, String words) {
    if (status == UNAUTHORIZED) {
      return new InputException(
          address
              + ": "
              + (access.token().isPresent()
                  ? "the token is not known or has expired"
                  : "the server asks for a token: set CHIASM_TOKEN or CHIASM_TOKEN_FILE"));
    }
    if (status / 100 == 3) {
      return new InputException(
          address + " sends to another address, which is not followed: name that with --server");
    }
    if (status / 100 == 4) {
      String meaning = status == FORBIDDEN ? ": not allowed" : ": not found";
      return new InputException(words.isEmpty() ? asked + meaning : words);
    }
    return new TransientException(
        address + " answered with status " + status + (words.isEmpty() ? "" : ": " + words), null);
  }

  <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (SSLException e) {
      String words =
          TlsFaults.words(e, ServerAccess.AUTHORITIES).orElse("TLS failed: " + e.getMessage());
      throw new InputException(address + ": " + words, e);
    } catch (IOException e) {
      throw new TransientException(
          "no aggregator answers at " + address + " (" + e + "); 'chiasm up' starts one here", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted", e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
