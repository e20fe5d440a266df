package io.chiasm.contracts.tensor;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * {@code .npy} files one behind the other in one object: numpy's {@code load} reads them in turn
 * from the open file. The tensors are not written to meanwhile.
 */
final class PackedContent implements Content {
  private static final int BLOCK_BYTES = 1 << 16;

  private final List<NpyContent> files;
  private final List<ObjectStat> parts = new ArrayList<>();
  private final ObjectStat whole;

  /** Reads all files once. */
  PackedContent(ObjectKey key, List<NpyContent> files) {
    this.files = List.copyOf(files);
    Sha256 all = new Sha256();
    for (NpyContent file : files) {
      try (InputStream in = file.open()) {
        parts.add(measured(in, all));
      } catch (IOException e) {
        throw Content.unreadable(key, e);
      }
    }
    this.whole = all.finish();
  }

  private static ObjectStat measured(InputStream in, Sha256 all) throws IOException {
    Sha256 one = new Sha256();
    byte[] block = new byte[BLOCK_BYTES];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      one.update(block, 0, n);
      all.update(block, 0, n);
    }
    return one.finish();
  }

  /** Size and digest of every file. */
  List<ObjectStat> parts() {
    return parts;
  }

  @Override
  public long bytes() {
    return whole.bytes();
  }

  @Override
  public Optional<ObjectStat> known() {
    return Optional.of(whole);
  }

  @Override
  public InputStream open() {
    Iterator<NpyContent> rest = files.iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return rest.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return rest.next().open();
          }
        });
  }
}
