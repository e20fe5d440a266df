package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.keeping.Marks;
import io.chiasm.aggregator.keeping.References;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the store what kept studies refer to. */
final class MarkReading {
  private static final ObjectKey TREES = new ObjectKey("uploads/trees");
  private static final Pattern UPLOAD = Pattern.compile("upload:([0-9a-f]{16,64})");
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private final TensorStore store;
  private final Set<ObjectKey> units = new HashSet<>();
  private final List<String> unlisted = new ArrayList<>();
  private final Set<String> uploads = new HashSet<>();

  MarkReading(TensorStore store) {
    this.store = store;
  }

  /**
   * @param young uploads after this moment count as referred to: their study may be on its way
   */
  Marks read(Instant young) {
    for (ObjectKey registration : store.list(ObjectLayout.registry())) {
      units.add(registration);
      find(UPLOAD, text(registration)).forEach(uploads::add);
      readReferences(ObjectLayout.stem(registration));
    }
    store.each(TREES, tree -> readTree(tree, young));
    return new Marks(units, unlisted);
  }

  /** One without a list and without a plan failed in its import and relies on nothing. */
  private void readReferences(String study) {
    ObjectKey list = ObjectLayout.references(study);
    if (store.exists(list)) {
      units.addAll(References.read(text(list), list.value()).keys());
    } else if (!store.page(ObjectLayout.study(study).child("fan-in"), null, 1).isEmpty()) {
      unlisted.add(study);
    }
  }

  /** Whatever digest a tree names may be that of one of its chunks. */
  private void readTree(StoredObject tree, Instant young) {
    String name = tree.key().value().substring(TREES.value().length() + 1);
    boolean referred = uploads.stream().anyMatch(name::startsWith);
    if (referred) {
      units.add(tree.key());
    }
    if (referred || tree.modified().isAfter(young)) {
      find(DIGEST, text(tree.key())).forEach(digest -> units.add(chunk(digest)));
    }
  }

  private static ObjectKey chunk(String digest) {
    return new ObjectKey("uploads/chunks/" + digest.substring(0, 2) + "/" + digest);
  }

  private static List<String> find(Pattern form, String text) {
    Matcher found = form.matcher(text);
    List<String> all = new ArrayList<>();
    while (found.find()) {
      all.add(found.group(found.groupCount()));
    }
    return all;
  }

  private String text(ObjectKey key) {
    try (InputStream in = store.open(key)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
