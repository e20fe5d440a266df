package io.chiasm.aggregator.shell.upload;

import io.chiasm.aggregator.shell.study.Starts;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Takes files that are sent with studies: first their chunks, each checked and stored by itself,
 * then a tree that names them. A tree is there only if all its chunks are, so half an upload leaves
 * nothing but chunks.
 */
public final class Uploads {
  /** Chunks are checked in memory, this many at a time. */
  static final int AT_A_TIME = 8;

  /** A question about more is asked in parts. */
  static final int MOST_ASKED = 10_000;

  /** From so many chunks of one folder on, listing it costs less than asking for each. */
  private static final int WORTH_LISTING = 4;

  private final TensorStore store;
  private final UploadLimits limits;
  private final Starts starts;
  private final Semaphore turns = new Semaphore(AT_A_TIME);
  private final ChunkRoom room;

  /**
   * @param mostKept bytes of all chunks of all studies
   * @param starts keep clean-up from what a new tree is about to refer to
   */
  public Uploads(TensorStore store, UploadLimits limits, long mostKept, Starts starts) {
    this.store = store;
    this.limits = limits;
    this.room = new ChunkRoom(store, mostKept);
    this.starts = starts;
  }

  public UploadLimits limits() {
    return limits;
  }

  /**
   * Stores a chunk once its content is known to be what its name says.
   *
   * @param name digest and size, see {@link Chunk#name}
   * @throws InputException if it is not, is too large, or there is no room for it; nothing is
   *     stored then
   * @throws BusyException if too many come at once
   * @throws IOException if the body breaks off
   */
  public void put(String name, InputStream body) throws IOException {
    limits.requireAllowed();
    Chunk chunk = chunk(name);
    if (!turns.tryAcquire()) {
      throw new BusyException(AT_A_TIME);
    }
    try {
      byte[] bytes = body.readNBytes(chunk.bytes() + 1);
      if (bytes.length != chunk.bytes()) {
        String found = bytes.length > chunk.bytes() ? "more" : "only " + bytes.length;
        throw new InputException("chunk " + name + ": found " + found + " bytes; send it again");
      }
      Digest digest = Sha256.of(bytes);
      if (!digest.equals(chunk.sha256())) {
        throw new InputException(
            "chunk " + name + ": its bytes have the SHA-256 " + digest + "; send it again");
      }
      ObjectKey key = ObjectLayout.chunk(name);
      if (!store.exists(key)) {
        room.take(chunk);
        store.put(key, Content.of(bytes));
      }
    } finally {
      turns.release();
    }
  }

  private static Chunk chunk(String name) {
    return Chunk.parse(name)
        .orElseThrow(
            () ->
                new InputException(
                    "no chunk's name: '"
                        + name.replaceAll("[^ -~]", "?")
                        + "'; possible: SHA-256 in lower-case hex, hyphen, 1 to "
                        + Chunk.MOST_BYTES
                        + " bytes"));
  }

  /**
   * Those of these chunks that are to be sent.
   *
   * @throws InputException if there are too many, or one is no chunk's name
   */
  public List<String> missing(List<String> names) {
    limits.requireAllowed();
    if (names.stream().anyMatch(Objects::isNull)) {
      throw new InputException("list of chunks: found null; possible: names of chunks");
    }
    if (names.size() > MOST_ASKED) {
      throw new InputException(names.size() + " chunks; possible: at most " + MOST_ASKED);
    }
    Set<String> present = present(names);
    return names.stream().distinct().filter(name -> !present.contains(name)).toList();
  }

  private Set<String> present(List<String> names) {
    names.forEach(Uploads::chunk);
    Map<String, List<String>> folders =
        names.stream().distinct().collect(Collectors.groupingBy(name -> name.substring(0, 2)));
    Set<String> present = new HashSet<>();
    folders.forEach(
        (digits, wanted) -> {
          if (wanted.size() < WORTH_LISTING) {
            wanted.stream().filter(n -> store.exists(ObjectLayout.chunk(n))).forEach(present::add);
          } else {
            ObjectKey folder = ObjectLayout.chunks(digits);
            store.list(folder).stream()
                .map(key -> key.value().substring(folder.value().length() + 1))
                .forEach(present::add);
          }
        });
    return present;
  }

  /**
   * Makes files of chunks that are all there.
   *
   * @param description the tree's JSON, sent as a file's chunks before
   * @return the tree's id
   * @throws InputException if it is too large, names no proper files, or a chunk is not there
   */
  public String add(UploadedFile description) {
    limits.requireAllowed();
    if (description.bytes() > UploadTree.MOST_BYTES) {
      throw new InputException(
          "a list of files of "
              + description.bytes()
              + " bytes; possible: at most "
              + UploadTree.MOST_BYTES);
    }
    try (Starts.Start adding = starts.begin("an upload")) {
      UploadTree tree = Json.read(join(description), UploadTree.class, "list of files");
      tree.check(limits);
      requirePresent(tree);
      return put(tree);
    }
  }

  private String put(UploadTree tree) {
    byte[] json = Json.write(tree);
    String id = UploadTree.id(json);
    ObjectKey key = ObjectLayout.uploadTree(id);
    Digest digest = Sha256.of(json);
    // An id has fewer digits than a digest.
    if (store.stat(key).filter(there -> !digest.equals(there.sha256())).isPresent()) {
      throw new InputException("other files are known as " + id + ": rename one and send again");
    }
    store.put(key, Content.of(json));
    return id;
  }

  private byte[] join(UploadedFile description) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Chunk piece : description.pieces()) {
      try (InputStream in = store.open(ObjectLayout.chunk(piece.name()))) {
        in.transferTo(all);
      } catch (MissingObjectException e) {
        throw absent("list of files", piece);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toByteArray();
  }

  private void requirePresent(UploadTree tree) {
    List<String> all =
        tree.files().stream()
            .flatMap(file -> file.pieces().stream())
            .map(Chunk::name)
            .distinct()
            .toList();
    Set<String> present = present(all);
    for (UploadedFile file : tree.files()) {
      for (Chunk piece : file.pieces()) {
        if (!present.contains(piece.name())) {
          throw absent(file.path(), piece);
        }
      }
    }
  }

  private static InputException absent(String path, Chunk piece) {
    return new InputException(
        path + ": its chunk " + piece.name() + " is not there; send it before the list of files");
  }
}
