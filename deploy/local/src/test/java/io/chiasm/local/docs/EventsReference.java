package io.chiasm.local.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The page on topics and events, made of the AsyncAPI document. */
final class EventsReference {
  private final JsonNode document;
  private final StringBuilder page = new StringBuilder();

  private EventsReference(JsonNode document) {
    this.document = document;
  }

  static String page() throws IOException {
    String yaml = Files.readString(Page.HOME.resolve("docs/reference/asyncapi.yaml"));
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new EventsReference(new ObjectMapper().valueToTree(document)).write();
  }

  private String write() {
    page.append(
        """
        # Topics and events

        Made from [the AsyncAPI document](asyncapi.yaml) by `docs/regenerate`; tests compare the two, and the document with the
        code. The document also says which fields are required, who sends and who receives.

        """);
    page.append(words(document.at("/info/description"))).append("\n");
    page.append("\n| topic | partitions | messages | what |\n| --- | --- | --- | --- |\n");
    document.get("channels").properties().forEach(c -> addTopic(c.getKey(), c.getValue()));
    document
        .at("/components/messages")
        .properties()
        .forEach(m -> addMessage(m.getKey(), m.getValue()));
    return page.toString();
  }

  private void addTopic(String name, JsonNode topic) {
    List<String> messages = new ArrayList<>();
    topic
        .path("messages")
        .fieldNames()
        .forEachRemaining(m -> messages.add("[%s](#%s)".formatted(m, m.toLowerCase(Locale.ROOT))));
    page.append(
        "| `%s` | %s | %s | %s. %s |\n"
            .formatted(
                name,
                topic.at("/bindings/kafka/partitions").asText(),
                String.join(", ", messages),
                words(topic.path("title")),
                words(topic.path("description"))));
  }

  private void addMessage(String name, JsonNode message) {
    page.append("\n## %s\n\n%s.\n".formatted(name, words(message.path("title"))));
    page.append("\n| field | type | meaning |\n| --- | --- | --- |\n");
    for (JsonNode part : message.at("/payload/allOf")) {
      resolve(part.at("/properties/data"))
          .path("properties")
          .properties()
          .forEach(field -> addField(field.getKey(), field.getValue()));
    }
  }

  private void addField(String name, JsonNode schema) {
    String own = words(schema.path("description"));
    String meaning = own.isEmpty() ? words(resolve(schema).path("description")) : own;
    page.append("| `%s` | %s | %s |\n".formatted(name, type(schema), meaning));
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.get("$ref").asText().replaceAll(".*/", "");
    }
    if (schema.has("oneOf")) {
      List<String> choices = new ArrayList<>();
      schema.get("oneOf").forEach(choice -> choices.add(type(choice)));
      return String.join(" or ", choices);
    }
    return schema.has("items")
        ? "list of " + type(schema.get("items"))
        : schema.path("type").asText();
  }

  private JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  private static String words(JsonNode text) {
    return text.asText().strip().replaceAll("\\s+", " ").replace("|", "\\|");
  }
}
