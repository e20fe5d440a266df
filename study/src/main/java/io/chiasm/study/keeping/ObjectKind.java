package io.chiasm.study.keeping;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kinds of objects that may be given up when no study refers to them. Whatever has none of these
 * names (other software's objects, the register of studies, marks of dead letters, costs) is left
 * alone.
 */
public enum ObjectKind {
  PHOTOGRAPHS("photographs", whole("images", "HASH(-turned[2-8])?")),
  NETWORKS("networks", whole("networks", "HASH\\.onnx")),
  INPUTS("responses, folds, features", whole("inputs", "HASH\\.npy")),
  ACTIVATIONS("activations", whole("activations", "HASH/HASH\\.npy")),
  /** A document and its matrices are one unit, known by the document. */
  GRAMS(
      "Gram matrices",
      whole("grams", "HASH\\.json"),
      part("gram-matrices", "(?<unit>HASH)/[a-z0-9_]+\\.npy", ObjectLayout::gram)),
  /** A document and its arrays are one unit, known by the document. */
  SCORES(
      "scores",
      whole("encodings", "HASH\\.json"),
      part("encoding-arrays", "(?<unit>HASH)/[a-z0-9_]+\\.npy", ObjectLayout::encoding)),
  /** Everything of one study is one unit, known by its registration. */
  STUDIES(
      "deleted studies",
      part("studies", "(?<unit>[a-z0-9][a-z0-9._-]*-[0-9a-f]{8})/.+", ObjectLayout::registration)),
  UPLOADS(
      "uploads",
      whole("uploads/trees", "[0-9a-f]{16}\\.json"),
      whole("uploads/chunks", "[0-9a-f]{2}/[0-9a-f]{64}-[0-9]{1,7}"));

  private static final String HASH = "[0-9a-f]{16,64}";

  private final String label;

  /** Never changed; patterns and functions of theirs are constants. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Names> names;

  ObjectKind(String label, Names... names) {
    this.label = label;
    this.names = List.of(names);
  }

  /** In tables. */
  public String label() {
    return label;
  }

  /** Folders of its objects; what must go first of a unit is in the first. */
  public List<ObjectKey> folders() {
    return names.stream().map(Names::folder).toList();
  }

  /** The kind of an object, or empty for one that is left alone. */
  public static Optional<ObjectKind> of(ObjectKey key) {
    return Arrays.stream(values()).filter(kind -> kind.unit(key).isPresent()).findFirst();
  }

  /**
   * What an object is kept for: the key that studies refer to, its own or that of the document that
   * it is a part of. Empty if it is not of this kind.
   */
  public Optional<ObjectKey> unit(ObjectKey key) {
    return names.stream().flatMap(form -> form.unit(key).stream()).findFirst();
  }

  /** Whether the object is a part that is of no use without its unit's own. */
  public boolean isPart(ObjectKey key) {
    return unit(key).filter(unit -> !unit.equals(key)).isPresent();
  }

  private static Names whole(String folder, String name) {
    return new Names(new ObjectKey(folder), pattern(folder, name), Matcher::group);
  }

  private static Names part(String folder, String name, Function<String, ObjectKey> unit) {
    return new Names(
        new ObjectKey(folder),
        pattern(folder, name),
        found -> unit.apply(found.group("unit")).value());
  }

  private static Pattern pattern(String folder, String name) {
    return Pattern.compile(folder + "/" + name.replace("HASH", HASH));
  }

  /** Names of objects in one folder, and the unit that an object is of. */
  private record Names(ObjectKey folder, Pattern form, Function<Matcher, String> owner) {
    Optional<ObjectKey> unit(ObjectKey key) {
      Matcher found = form.matcher(key.value());
      return found.matches() ? Optional.of(new ObjectKey(owner.apply(found))) : Optional.empty();
    }
  }
}
