package io.chiasm.contracts.shell.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.TraceParent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The document docs/reference/asyncapi.yaml says what the code sends and receives. */
class AsyncApiTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final List<Class<?>> FORMS =
      Stream.concat(
              Stream.of(ExtractionTaskV1.class),
              Arrays.stream(Message.class.getPermittedSubclasses()))
          .toList();
  private static final String TRACE_PARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static JsonNode document = PLAIN.createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    String text = Files.readString(root().resolve("docs/reference/asyncapi.yaml"));
    document = PLAIN.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  static Stream<Message> messages() {
    return SampleMessages.all().stream();
  }

  @Test
  void everySchemaIsThatOfTheRecord() {
    // Given
    JsonNode documented = withoutWords(document.at("/components/schemas"));
    ((ObjectNode) documented).remove("Event");
    // Then
    assertThat(pretty(documented)).isEqualTo(pretty(WireSchema.of(FORMS)));
  }

  @Test
  void everyMessageIsDocumented() {
    List<String> names = FORMS.stream().map(Class::getSimpleName).toList();
    assertThat(document.at("/components/messages").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void everyTopicIsDocumented() {
    assertThat(document.at("/channels").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values()).map(Topic::label).toList());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aChannelIsTheTopicAsItIsCreated(Topic topic) {
    // Given
    JsonNode channel = document.at("/channels/" + topic.label());
    // Then
    assertThat(channel.at("/address").asText()).isEqualTo(topic.label());
    assertThat(channel.at("/bindings/kafka/topic").asText()).isEqualTo(topic.label());
    assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(topic.partitions());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aTopicIsReadByTheGroupsThatTheServicesName(Topic topic) throws IOException {
    assertThat(documentedGroups(topic)).containsExactlyInAnyOrderElementsOf(groups(topic));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void somebodySendsToEveryTopic(Topic topic) {
    assertThat(operations(topic, "send")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageTravelsOnTheChannelAndUnderTheKeyThatIsDocumented(Message message) {
    // Given
    String name = SampleMessages.form(message);
    JsonNode documented = document.at("/components/messages/" + name);
    // When
    JsonNode event = wire(message);
    // Then
    String key = documented.at("/bindings/kafka/key/description").asText();
    String field = key.replaceAll("^The field (\\w+)\\.$", "$1");
    assertThat(event.at("/data/" + field).asText()).as(key).isEqualTo(message.key());
    assertThat(document.at("/channels/" + message.topic().label() + "/messages").fieldNames())
        .toIterable()
        .contains(name);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsWrittenIsWhatIsDocumented(Message message) {
    // Given
    String name = SampleMessages.form(message);
    JsonNode documented = document.at("/components/messages/" + name);
    JsonNode payload = documented.at("/payload/allOf/1/properties");
    // When
    JsonNode event = wire(message);
    // Then
    assertFits(event, document.at("/components/schemas/Event"), name);
    assertThat(event.at("/type")).isEqualTo(payload.at("/type/const"));
    assertThat(documented.at("/name")).isEqualTo(payload.at("/type/const"));
    assertThat(payload.at("/data/$ref").asText()).isEqualTo("#/components/schemas/" + name);
    assertFits(event.at("/data"), payload.at("/data"), name);
  }

  @Test
  void aFollowedEventSaysMoreInOptionalAttributesAlone() throws IOException {
    // Given
    TraceParent place = TraceParent.parse(TRACE_PARENT, "vendor=1").orElseThrow();
    Message message = SampleMessages.all().get(0);
    // When
    Effort effort = new Effort("amd64, 2 processors", 1.25);
    byte[] wire = CloudEvents.write(message, "aggregator", Optional.of(place), Optional.of(effort));
    JsonNode event = PLAIN.readTree(wire);
    // Then
    Set<String> more = new TreeSet<>();
    event.fieldNames().forEachRemaining(more::add);
    wire(message).fieldNames().forEachRemaining(more::remove);
    assertThat(more).containsExactly("machine", "seconds", "traceparent", "tracestate");
    JsonNode documented = document.at("/components/schemas/Event");
    assertThat(texts(documented.get("required"))).doesNotContainAnyElementsOf(more);
    for (String attribute : more) {
      assertThat(documented.at("/properties/" + attribute + "/type").asText())
          .isEqualTo(typeOf(event.get(attribute)));
    }
  }

  private static JsonNode wire(Message message) {
    try {
      return PLAIN.readTree(CloudEvents.write(message, "aggregator"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails if the value has another type, or a field more or less, than the schema says. */
  private static void assertFits(JsonNode value, JsonNode schema, String where) {
    if (schema.has("$ref")) {
      assertFits(value, document.at(schema.get("$ref").asText().substring(1)), where);
    } else if (schema.has("oneOf")) {
      assertFits(value, alternative(value, schema), where);
    } else {
      assertThat(typeOf(value)).as(where).isEqualTo(schema.get("type").asText());
      assertConstant(value, schema, where);
      assertPartsFit(value, schema, where);
    }
  }

  private static void assertConstant(JsonNode value, JsonNode schema, String where) {
    if (schema.has("const")) {
      assertThat(value).as(where).isEqualTo(schema.get("const"));
    }
    if (schema.has("enum")) {
      assertThat(schema.get("enum")).as(where).contains(value);
    }
  }

  private static void assertPartsFit(JsonNode value, JsonNode schema, String where) {
    if (schema.has("properties")) {
      assertThat(value.fieldNames())
          .toIterable()
          .as(where)
          .containsExactlyInAnyOrderElementsOf(texts(schema.get("required")));
      value
          .properties()
          .forEach(
              e ->
                  assertFits(
                      e.getValue(),
                      schema.at("/properties/" + e.getKey()),
                      where + "." + e.getKey()));
    }
    if (value.isArray()) {
      value.forEach(item -> assertFits(item, schema.get("items"), where + "[]"));
    }
  }

  private static JsonNode alternative(JsonNode value, JsonNode schema) {
    for (JsonNode one : schema.get("oneOf")) {
      JsonNode resolved =
          one.has("$ref") ? document.at(one.get("$ref").asText().substring(1)) : one;
      String discriminator = schema.path("discriminator").asText("");
      boolean chosen =
          discriminator.isEmpty()
              ? resolved.get("type").asText().equals("null") == value.isNull()
              : resolved
                  .at("/properties/" + discriminator + "/const")
                  .equals(value.get(discriminator));
      if (chosen) {
        return resolved;
      }
    }
    throw new AssertionError("no alternative of " + schema + " fits " + value);
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case NULL -> "null";
      default -> value.getNodeType().toString();
    };
  }

  private List<String> documentedGroups(Topic topic) {
    return operations(topic, "receive").stream()
        .map(o -> o.at("/bindings/kafka/groupId/const").asText())
        .toList();
  }

  private static List<JsonNode> operations(Topic topic, String action) {
    List<JsonNode> operations = new ArrayList<>();
    for (JsonNode operation : document.at("/operations")) {
      if (operation.at("/action").asText().equals(action)
          && operation.at("/channel/$ref").asText().equals("#/channels/" + topic.label())) {
        operations.add(operation);
      }
    }
    return operations;
  }

  /** The share group of a queue; the consumer groups that the services' settings name. */
  private static List<String> groups(Topic topic) throws IOException {
    List<String> groups = new ArrayList<>();
    if (topic.queue()) {
      groups.add(topic.shareGroup());
    }
    for (String service : List.of("aggregator", "encoder", "extractor")) {
      Properties settings = new Properties();
      settings.load(
          new StringReader(
              Files.readString(
                  root().resolve(service + "-service/src/main/resources/application.properties"))));
      for (String name : settings.stringPropertyNames()) {
        if (name.startsWith("mp.messaging.incoming.")
            && name.endsWith(".topic")
            && topic.label().equals(settings.getProperty(name))) {
          groups.add(settings.getProperty(name.replaceAll("topic$", "group.id"), ""));
        }
      }
    }
    return groups;
  }

  /** What a schema says to people and not to programs. */
  private static JsonNode withoutWords(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = PLAIN.createObjectNode();
      object
          .properties()
          .forEach(
              e -> {
                if (!e.getKey().equals("description") || !e.getValue().isTextual()) {
                  copy.set(e.getKey(), withoutWords(e.getValue()));
                }
              });
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = PLAIN.createArrayNode();
      array.forEach(item -> copy.add(withoutWords(item)));
      return copy;
    }
    return node;
  }

  private static String pretty(JsonNode node) {
    try {
      Object sorted = PLAIN.treeToValue(node, Object.class);
      return PLAIN
          .writer()
          .withDefaultPrettyPrinter()
          .with(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(sorted);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("contracts"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("a folder above the working directory that holds contracts/").isNotNull();
    return folder == null ? Path.of("") : folder;
  }
}
