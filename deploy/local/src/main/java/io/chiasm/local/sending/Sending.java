package io.chiasm.local.sending;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import io.chiasm.contracts.work.Parallel;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends parcels: what the server has of them is not sent again. */
final class Sending {
  private static final int ASKED_AT_ONCE = 5000;

  private final AggregatorClient client;
  private final UploadLimits limits;
  private final Retry retry;
  private final Parallel parallel;
  private final ProgressView view;

  Sending(AggregatorClient client, UploadLimits limits, Retry retry, int width, ProgressView view) {
    this.client = client;
    this.limits = limits;
    this.retry = retry;
    this.parallel = new Parallel(width);
    this.view = view;
  }

  /** Where a chunk is found. */
  private record Place(HashedFile file, int index) {
    Chunk chunk() {
      return file.chunks().get(index);
    }
  }

  /**
   * The server's names of what the parcels hold, in their order.
   *
   * @throws InputException if a file is too large, changes, or the server refuses it
   */
  List<String> send(List<Parcel> parcels) {
    List<Path> files =
        parcels.stream().flatMap(p -> p.files().values().stream()).distinct().toList();
    Map<Path, HashedFile> hashed = hash(files, checkedBytes(files));
    List<UploadTree> trees = parcels.stream().map(parcel -> tree(parcel, hashed)).toList();
    trees.forEach(tree -> tree.check(limits));
    sendChunks(hashed);
    return trees.stream().map(this::make).toList();
  }

  private long checkedBytes(List<Path> files) {
    long sum = 0;
    for (Path file : files) {
      try {
        long bytes = Files.size(file);
        limits.checkFile(file.toString(), bytes);
        sum += bytes;
      } catch (IOException e) {
        throw new InputException(file + ": cannot be read: " + Reason.of(e), e);
      }
    }
    limits.checkAll(sum);
    return sum;
  }

  private Map<Path, HashedFile> hash(List<Path> files, long bytes) {
    Transfer progress = new Transfer(view, "reading", bytes, 0);
    Map<Path, HashedFile> hashed = new ConcurrentHashMap<>();
    parallel.each(files, file -> hashed.put(file, HashedFile.of(file, progress::add)));
    return hashed;
  }

  private static UploadTree tree(Parcel parcel, Map<Path, HashedFile> hashed) {
    List<UploadedFile> files = new ArrayList<>();
    parcel.files().forEach((name, file) -> files.add(known(hashed, file).as(name)));
    return new UploadTree(files);
  }

  private static HashedFile known(Map<Path, HashedFile> hashed, Path file) {
    HashedFile known = hashed.get(file);
    if (known == null) {
      throw new IllegalStateException(file + " was not read");
    }
    return known;
  }

  private void sendChunks(Map<Path, HashedFile> hashed) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (HashedFile file : hashed.values()) {
      for (int i = 0; i < file.chunks().size(); i++) {
        places.putIfAbsent(file.chunks().get(i).name(), new Place(file, i));
      }
    }
    Set<String> missing = missing(List.copyOf(places.keySet()));
    long all = bytes(places.values());
    List<Place> wanted =
        places.entrySet().stream()
            .filter(e -> missing.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Transfer progress = new Transfer(view, "sending", all, all - bytes(wanted));
    parallel.each(
        wanted,
        place -> {
          byte[] bytes = place.file().read(place.index());
          put(place.chunk(), bytes);
          progress.add(bytes.length);
        });
    hashed.values().forEach(HashedFile::requireUnchanged);
  }

  private static long bytes(Iterable<Place> places) {
    long sum = 0;
    for (Place place : places) {
      sum += place.chunk().bytes();
    }
    return sum;
  }

  private Set<String> missing(List<String> names) {
    Set<String> missing = new HashSet<>();
    for (int from = 0; from < names.size(); from += ASKED_AT_ONCE) {
      List<String> part = names.subList(from, Math.min(names.size(), from + ASKED_AT_ONCE));
      missing.addAll(retry.call(() -> client.missing(part)));
    }
    return missing;
  }

  private void put(Chunk chunk, byte[] bytes) {
    retry.call(
        () -> {
          client.send(chunk, bytes);
          return chunk;
        });
  }

  /** The description goes as chunks too: it may be larger than a request. */
  private String make(UploadTree tree) {
    byte[] json = Json.write(tree);
    Map<Digest, byte[]> pieces = new HashMap<>();
    Set<Chunk> order = new LinkedHashSet<>();
    List<String> digests = new ArrayList<>();
    for (int from = 0; from < json.length; from += Chunk.MOST_BYTES) {
      byte[] piece = Arrays.copyOfRange(json, from, Math.min(json.length, from + Chunk.MOST_BYTES));
      Chunk chunk = new Chunk(Sha256.of(piece), piece.length);
      pieces.put(chunk.sha256(), piece);
      digests.add(chunk.sha256().value());
      order.add(chunk);
    }
    parallel.each(
        List.copyOf(order), chunk -> put(chunk, pieces.getOrDefault(chunk.sha256(), json)));
    UploadedFile description = new UploadedFile("files.json", json.length, digests);
    String id = retry.call(() -> client.makeTree(description));
    if (!id.equals(UploadTree.id(json))) {
      throw new InputException("the server made other files of what was sent: submit again");
    }
    return id;
  }
}
