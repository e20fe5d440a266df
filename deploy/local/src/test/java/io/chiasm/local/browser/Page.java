package io.chiasm.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One page of the browser: goes to addresses, runs JavaScript, notes requests and complaints. */
public final class Page implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofMinutes(3);

  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final StringBuilder received = new StringBuilder();
  private final Patience patience;
  private final WebSocket socket;

  Page(HttpClient http, URI address, Patience patience) {
    this.patience = patience;
    this.socket = http.newWebSocketBuilder().buildAsync(address, this).join();
    call("Network.enable");
    call("Page.enable");
    call("Runtime.enable");
    call("Log.enable");
  }

  /** Addresses of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** What the browser complained about: errors of scripts, refusals of the policy. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  public void open(String address) {
    call("Page.navigate", "url", address);
  }

  /** Width in CSS pixels, and whether the user prefers dark. */
  public void look(int width, boolean dark) {
    ObjectNode size = JSON.createObjectNode();
    size.put("width", width).put("height", 900).put("deviceScaleFactor", 1);
    size.put("mobile", width < 600);
    call("Emulation.setDeviceMetricsOverride", size);
    ObjectNode media = JSON.createObjectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", media);
  }

  /** The user wants no motion that is not asked for. */
  public void calm() {
    ObjectNode media = JSON.createObjectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-reduced-motion")
        .put("value", "reduce");
    call("Emulation.setEmulatedMedia", media);
  }

  /** The value of a JavaScript expression, as text. */
  public String text(String expression) {
    JsonNode answer = evaluate(expression);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value").asText();
  }

  private JsonNode evaluate(String expression) {
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("expression", "(async () => String(await (" + expression + ")))()");
    parameters.put("awaitPromise", true).put("returnByValue", true).put("userGesture", true);
    return call("Runtime.evaluate", parameters);
  }

  /** Waits until an expression is true; while a page loads it may not even have a value. */
  public void await(String expression) throws InterruptedException {
    patience.await(
        () -> expression + "\n" + text("document.body.innerText") + "\n" + complaints,
        () -> evaluate(expression).path("result").path("value").asText().equals("true"));
  }

  /** Clicks what a selector finds. */
  public void click(String selector) {
    text("(document.querySelector(" + quoted(selector) + ").click(), 1)");
  }

  /** Presses a key, such as {@code Tab}, as a keyboard does. */
  public void press(String key, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = JSON.createObjectNode();
      event.put("type", type).put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
      if (key.equals("Enter") && type.equals("keyDown")) {
        event.put("text", "\r");
      }
      call("Input.dispatchKeyEvent", event);
    }
  }

  /** Types text where the focus is. */
  public void type(String words) {
    call("Input.insertText", "text", words);
  }

  /** A picture of the whole page as PNG. */
  public void picture(Path file) throws IOException {
    picture(file, true);
  }

  /** A picture of what the window shows as PNG. */
  public void view(Path file) throws IOException {
    picture(file, false);
  }

  private void picture(Path file, boolean whole) throws IOException {
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("format", "png").put("captureBeyondViewport", whole);
    String data = call("Page.captureScreenshot", parameters).path("data").asText();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  /** A JavaScript string of this text. */
  public static String quoted(String text) {
    return JSON.valueToTree(text).toString();
  }

  private JsonNode call(String method) {
    return call(method, JSON.createObjectNode());
  }

  private void call(String method, String name, String value) {
    JsonNode answer = call(method, JSON.createObjectNode().put(name, value));
    if (answer.has("errorText")) {
      throw new AssertionError(method + ": " + answer);
    }
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
    received.append(part);
    if (whole) {
      hear(received.toString());
      received.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void hear(String message) {
    JsonNode node = read(message);
    if (node.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.remove(node.get("id").asInt());
      if (answer != null && node.has("error")) {
        answer.completeExceptionally(new AssertionError(message));
      } else if (answer != null) {
        answer.complete(node.path("result"));
      }
      return;
    }
    JsonNode parameters = node.path("params");
    switch (node.path("method").asText()) {
      case "Network.requestWillBeSent" ->
          requests.add(parameters.path("request").path("url").asText());
      case "Runtime.exceptionThrown" ->
          complaints.add(parameters.path("exceptionDetails").toString());
      case "Log.entryAdded" -> {
        if (parameters.path("entry").path("level").asText().equals("error")) {
          complaints.add(parameters.path("entry").toString());
        }
      }
      default -> {}
    }
  }

  private static JsonNode read(String message) {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
