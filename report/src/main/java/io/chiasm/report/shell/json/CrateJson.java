package io.chiasm.report.shell.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chiasm.report.writing.crate.CrateEntity;
import io.chiasm.report.writing.crate.CrateFormat;
import java.util.List;

/** {@code ro-crate-metadata.json}: flattened JSON-LD. */
public final class CrateJson implements CrateFormat {
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public byte[] bytes(String context, List<CrateEntity> entities) {
    ObjectNode root = json.createObjectNode().put("@context", context);
    ArrayNode graph = root.putArray("@graph");
    for (CrateEntity entity : entities) {
      ObjectNode node = graph.addObject().put("@id", entity.id()).put("@type", entity.type());
      entity.properties().forEach((name, value) -> node.set(name, json.valueToTree(value)));
    }
    return JsonFile.bytes(root);
  }
}
