package io.chiasm.aggregator.shell.upload;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.bucket.BucketBytes;
import io.chiasm.contracts.shell.bucket.BucketEntry;
import io.chiasm.contracts.shell.bucket.Buckets;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads files that were sent: trees as buckets, every chunk checked against its digest. */
public final class UploadBuckets implements Buckets {
  private static final int TREES_KEPT = 4;
  private static final int CHUNKS_KEPT = 4;

  /** The character after the slash: just behind everything below a folder. */
  private static final char AFTER_SLASH = '/' + 1;

  private final TensorStore store;
  private final Map<String, NavigableMap<String, UploadedFile>> trees = recent(TREES_KEPT);
  private final Map<Digest, byte[]> chunks = recent(CHUNKS_KEPT);

  public UploadBuckets(TensorStore store) {
    this.store = store;
  }

  @Override
  public Optional<BucketEntry> stat(String tree, String path) {
    return Optional.ofNullable(files(tree).get(path)).map(file -> entry(path, file));
  }

  @Override
  public Iterator<BucketEntry> list(String tree, String prefix) {
    NavigableMap<String, UploadedFile> files = files(tree);
    List<BucketEntry> found = new ArrayList<>();
    Map.Entry<String, UploadedFile> at = files.ceilingEntry(prefix);
    while (at != null && at.getKey().startsWith(prefix)) {
      int slash = at.getKey().indexOf('/', prefix.length());
      if (slash < 0) {
        found.add(entry(at.getKey(), at.getValue()));
        at = files.higherEntry(at.getKey());
      } else {
        String folder = at.getKey().substring(0, slash);
        found.add(BucketEntry.folder(folder));
        at = files.ceilingEntry(folder + AFTER_SLASH);
      }
    }
    return found.iterator();
  }

  private static BucketEntry entry(String path, UploadedFile file) {
    return BucketEntry.object(path, file.bytes(), Instant.EPOCH);
  }

  @Override
  public BucketBytes read(String tree, String path, String etag, long offset, int length)
      throws MissingBytesException {
    UploadedFile file = files(tree).get(path);
    if (file == null) {
      throw new MissingBytesException();
    }
    int wanted = (int) Math.max(0, Math.min(length, file.bytes() - offset));
    ByteArrayOutputStream part = new ByteArrayOutputStream(wanted);
    List<Chunk> pieces = file.pieces();
    while (part.size() < wanted) {
      long from = offset + part.size();
      Chunk piece = pieces.get((int) (from / Chunk.MOST_BYTES));
      byte[] bytes = chunk("upload:" + tree + "/" + path, piece);
      int start = (int) (from % Chunk.MOST_BYTES);
      part.write(bytes, start, Math.min(wanted - part.size(), bytes.length - start));
    }
    // Its content cannot change under one name.
    return new BucketBytes(part.toByteArray(), file.bytes(), tree);
  }

  private byte[] chunk(String file, Chunk chunk) {
    synchronized (chunks) {
      byte[] known = chunks.get(chunk.sha256());
      if (known != null) {
        return known;
      }
    }
    byte[] bytes = fetch(file, chunk);
    synchronized (chunks) {
      chunks.put(chunk.sha256(), bytes);
    }
    return bytes;
  }

  private byte[] fetch(String file, Chunk chunk) {
    try {
      byte[] bytes = store.read(ObjectLayout.chunk(chunk.name()));
      if (bytes.length == chunk.bytes() && Sha256.of(bytes).equals(chunk.sha256())) {
        return bytes;
      }
      throw damaged(file, "is damaged", null);
    } catch (MissingObjectException e) {
      throw damaged(file, "is no longer there", e);
    } catch (DamagedObjectException e) {
      throw damaged(file, "is damaged", e);
    }
  }

  private static InputException damaged(String file, String how, @Nullable RuntimeException cause) {
    return new InputException(
        file + ": what was sent " + how + " in the server's store: submit the study again", cause);
  }

  private NavigableMap<String, UploadedFile> files(String tree) {
    synchronized (trees) {
      NavigableMap<String, UploadedFile> known = trees.get(tree);
      if (known == null) {
        known = load(tree);
        trees.put(tree, known);
      }
      return known;
    }
  }

  private NavigableMap<String, UploadedFile> load(String tree) {
    try {
      byte[] json = store.read(ObjectLayout.uploadTree(tree));
      UploadTree read = Json.read(json, UploadTree.class, "upload:" + tree);
      NavigableMap<String, UploadedFile> files = new TreeMap<>();
      read.files().forEach(file -> files.put(file.path(), file));
      return files;
    } catch (MissingObjectException e) {
      throw damaged("upload:" + tree, "is no longer there", e);
    }
  }

  private static <K, T> Map<K, T> recent(int most) {
    return new LinkedHashMap<>(most, 1, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
        return size() > most;
      }
    };
  }
}
