package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.study.keeping.Marks;
import io.chiasm.study.keeping.References;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads from the store what kept studies refer to. */
final class MarkReading {
  private static final Pattern UPLOAD = Pattern.compile("upload:([0-9a-f]{16})");

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
      UPLOAD.matcher(text(registration)).results().forEach(found -> uploads.add(found.group(1)));
      readReferences(ObjectLayout.stem(registration));
    }
    store.each(ObjectLayout.uploadTrees(), tree -> readTree(tree, young));
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

  private void readTree(StoredObject tree, Instant young) {
    boolean referred = uploads.contains(ObjectLayout.stem(tree.key()));
    if (referred) {
      units.add(tree.key());
    }
    if (referred || tree.modified().isAfter(young)) {
      new Documents(store)
          .get(tree.key(), UploadTree.class).files().stream()
              .flatMap(file -> file.pieces().stream())
              .forEach(piece -> units.add(ObjectLayout.chunk(piece.name())));
    }
  }

  private String text(ObjectKey key) {
    return new String(store.read(key), StandardCharsets.UTF_8);
  }
}
