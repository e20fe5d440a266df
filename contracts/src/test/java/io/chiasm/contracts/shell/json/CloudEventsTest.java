package io.chiasm.contracts.shell.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudEventsTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  static Stream<Message> messages() {
    return SampleMessages.all().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageKeepsItsWireForm(Message message) throws IOException {
    // Given
    String golden = "/messages/" + message.getClass().getSimpleName() + ".json";
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

  @Test
  void bytesThatAreNoEventAreRefused() {
    assertThatThrownBy(() -> CloudEvents.read("{\"x\":1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a CloudEvent");
    assertThatThrownBy(() -> CloudEvents.read(new byte[] {0, 1, 2}))
        .isInstanceOf(InputException.class);
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
