package io.chiasm.contracts.shell.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.TraceParent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final String TRACE_PARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  static Stream<Message> messages() {
    return SampleMessages.all().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageKeepsItsWireForm(Message message) throws IOException {
    // Given
    String golden = "/messages/" + SampleMessages.form(message) + ".json";
    // When
    byte[] wire = CloudEvents.write(message, "aggregator");
    // Then
    try (InputStream expected = CloudEventsTest.class.getResourceAsStream(golden)) {
      assertThat(expected)
          .as(golden + " for " + new String(wire, StandardCharsets.UTF_8))
          .isNotNull();
      assertThat(PLAIN.readTree(wire)).isEqualTo(PLAIN.readTree(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsWrittenIsRead(Message message) {
    assertThat(CloudEvents.read(CloudEvents.write(message, "extractor"))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatSentAnEventIsReadBackAndChangesNothingElse(Message message) throws IOException {
    // Given
    TraceParent place = TraceParent.parse(TRACE_PARENT, "vendor=a,other=b").orElseThrow();
    // When
    byte[] wire = CloudEvents.write(message, "aggregator", Optional.of(place));
    // Then
    assertThat(CloudEvents.open(wire).trace()).hasValue(place);
    assertThat(CloudEvents.read(wire)).isEqualTo(message);
    ObjectNode event = (ObjectNode) PLAIN.readTree(wire);
    event.remove(List.of("traceparent", "tracestate"));
    assertThat(event).isEqualTo(PLAIN.readTree(CloudEvents.write(message, "aggregator")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n2026 ERROR forged"
      })
  void whatCannotBeFollowedIsLeftAside(String traceparent) throws IOException {
    Message message = SampleMessages.all().get(0);
    ObjectNode event = (ObjectNode) PLAIN.readTree(CloudEvents.write(message, "aggregator"));
    event.put("traceparent", traceparent);
    byte[] wire = PLAIN.writeValueAsBytes(event);
    assertThat(CloudEvents.open(wire).trace()).isEmpty();
    assertThat(CloudEvents.read(wire)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatAnEventsWorkTookIsReadBackAndChangesNothingElse(Message message) throws IOException {
    // Given
    Effort effort = new Effort("amd64, 2 processors", 1.25);
    // When
    byte[] wire = CloudEvents.write(message, "encoder", Optional.empty(), Optional.of(effort));
    // Then
    assertThat(CloudEvents.open(wire).effort()).hasValue(effort);
    assertThat(CloudEvents.read(wire)).isEqualTo(message);
    ObjectNode event = (ObjectNode) PLAIN.readTree(wire);
    event.remove(List.of("machine", "seconds"));
    assertThat(event).isEqualTo(PLAIN.readTree(CloudEvents.write(message, "encoder")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "-1", "Infinity", "1e400", "soon"})
  void aTimeThatIsNoneIsLeftAside(String seconds) throws IOException {
    Message message = SampleMessages.all().get(0);
    ObjectNode event = (ObjectNode) PLAIN.readTree(CloudEvents.write(message, "aggregator"));
    event.put("machine", "amd64").put("seconds", seconds);
    byte[] wire = PLAIN.writeValueAsBytes(event);
    assertThat(CloudEvents.open(wire).effort()).isEmpty();
    assertThat(CloudEvents.read(wire)).isEqualTo(message);
    assertThat(Effort.parse("x".repeat(201), "1")).isEmpty();
    assertThat(Effort.parse(" ", "1")).isEmpty();
  }

  @Test
  void aStateThatIsNoneIsLeftAsideAlone() {
    assertThat(TraceParent.parse(TRACE_PARENT, "x".repeat(513)))
        .hasValue(new TraceParent(TRACE_PARENT, ""));
    assertThat(TraceParent.parse(TRACE_PARENT, 7)).hasValue(new TraceParent(TRACE_PARENT, ""));
  }

  @Test
  void bytesThatAreNoEventAreRefused() {
    assertThatThrownBy(() -> CloudEvents.read("{\"x\":1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a CloudEvent");
    assertThatThrownBy(() -> CloudEvents.read(new byte[] {0, 1, 2}))
        .isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", " null\n", "", "[]", "7"})
  void jsonThatIsNoEventIsRefused(String json) {
    assertThatThrownBy(() -> CloudEvents.open(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class);
  }

  @Test
  void aMessageWithoutWhatItNeedsIsRefusedByName() throws IOException {
    for (Message message : SampleMessages.all()) {
      ObjectNode event = (ObjectNode) PLAIN.readTree(CloudEvents.write(message, "aggregator"));
      ((ObjectNode) event.get("data")).putNull("study");
      assertThatThrownBy(() -> CloudEvents.read(PLAIN.writeValueAsBytes(event)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("study");
    }
  }

  /**
   * One that knows the first version only would store float32 under a key of float16 if it could
   * read the task.
   */
  @Test
  void whatTheFirstVersionCannotSayIsAnEventOfAnotherType() throws IOException {
    // Given
    Message halves = SampleMessages.all().get(1);
    ObjectNode event = (ObjectNode) PLAIN.readTree(CloudEvents.write(halves, "aggregator"));
    assertThat(event.at("/data/activations").asText()).isEqualTo("FLOAT16");
    assertThat(event.at("/type").asText()).isEqualTo("io.chiasm.extraction-task.v2");
    // When
    event.put("type", "io.chiasm.extraction-task.v1");
    // Then
    assertThat(CloudEvents.read(PLAIN.writeValueAsBytes(event)))
        .isEqualTo(SampleMessages.all().get(0));
  }

  @Test
  void theSecondVersionSaysHowActivationsAreStored() throws IOException {
    Message halves = SampleMessages.all().get(1);
    ObjectNode event = (ObjectNode) PLAIN.readTree(CloudEvents.write(halves, "aggregator"));
    ((ObjectNode) event.get("data")).remove("activations");
    assertThatThrownBy(() -> CloudEvents.read(PLAIN.writeValueAsBytes(event)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("activations");
    ((ObjectNode) event.get("data")).put("activations", "FLOAT8");
    assertThatThrownBy(() -> CloudEvents.read(PLAIN.writeValueAsBytes(event)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("FLOAT8");
  }

  @Test
  void nullsInListsAreRefusedToo() {
    byte[] layer =
        "{\"tensor\":\"t\",\"folder\":\"f\",\"fanIns\":[null]}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(layer, LayerTarget.class, "layer"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fanIns");
  }

  @Test
  void bytesOfNoEncodingAreRefused() {
    byte[] wide = {0, 0, 0, '{', 4, -1, 0, 0};
    assertThatThrownBy(() -> Json.read(wide, LayerTarget.class, "layer"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not UTF-8 text");
  }

  @Test
  void anEventOfAnotherSystemIsNamed() {
    String foreign =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"com.example\"}";
    assertThatThrownBy(() -> CloudEvents.read(foreign.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessage("unknown event type 'com.example'");
  }

  @Test
  void dataOfAnotherFormIsRefused() {
    String wrong =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\","
            + "\"type\":\"io.chiasm.encoding-stored.v1\",\"data\":{\"result\":\"../etc\"}}";
    assertThatThrownBy(() -> CloudEvents.read(wrong.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not an object key");
  }
}
