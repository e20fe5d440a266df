package io.chiasm.report.writing.crate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thing that a research crate speaks of.
 *
 * @param id a URL, a path within the crate, or {@code #name}
 * @param type of schema.org
 * @param properties by their names in schema.org: texts, and references to other entities
 */
public record CrateEntity(String id, String type, Map<String, Object> properties) {
  public CrateEntity {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  static CrateEntity of(String id, String type) {
    return new CrateEntity(id, type, Map.of());
  }

  /** The path of a file or folder as it stands in an id. */
  static String path(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** The id of something that has no file. */
  static String local(String name) {
    return "#" + path(name.replace(' ', '-'));
  }

  CrateEntity with(String property, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(property, value);
    return new CrateEntity(id, type, more);
  }

  CrateEntity with(String property, Optional<String> value) {
    return value.map(known -> with(property, (Object) known)).orElse(this);
  }

  CrateEntity refers(String property, String to) {
    return with(property, reference(to));
  }

  CrateEntity refers(String property, Collection<CrateEntity> to) {
    List<Map<String, String>> ids = to.stream().map(entity -> reference(entity.id())).toList();
    return ids.isEmpty() ? this : with(property, ids);
  }

  private static Map<String, String> reference(String id) {
    return Map.of("@id", id);
  }
}
