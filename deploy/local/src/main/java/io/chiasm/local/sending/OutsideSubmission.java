package io.chiasm.local.sending;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.bucket.BucketFileSystem;
import io.chiasm.contracts.shell.bucket.BucketScheme;
import io.chiasm.contracts.shell.data.StudyPaths;
import io.chiasm.contracts.shell.data.StudyPaths.Named;
import io.chiasm.contracts.shell.minio.StoreConnection;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.upload.DiskProof;
import io.chiasm.contracts.upload.ServerFacts;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.study.shell.importing.DatasetImporter;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Submits a study to a server that may not have this machine's disk: what it cannot reach is sent
 * along.
 */
public final class OutsideSubmission {
  private static final int LONGEST_PROOF = 1024;
  private static final String DATASET = "dataset.algonauts";

  private final AggregatorClient client;
  private final ProgressView view;
  private final Choice choice;

  /**
   * What the user chose.
   *
   * @param send whether to send even to a server that has this machine's disk
   * @param dataset whether the data set may be sent
   * @param parallel chunks on their way at a time
   */
  public record Choice(boolean send, boolean dataset, int parallel) {}

  public OutsideSubmission(AggregatorClient client, ProgressView view, Choice choice) {
    this.client = client;
    this.view = view;
    this.choice = choice;
  }

  /**
   * Submits a study file.
   *
   * @return the study's id
   * @throws InputException if it, or a file that it names, is wrong; nothing is sent before the
   *     study file is known to be right
   */
  public String submit(Path file) {
    StudyFile.readForElsewhere(file);
    ServerFacts server = client.facts();
    boolean shared = !choice.send() && isHere(server.disk());
    Study study = shared ? StudyFile.read(file) : StudyFile.readForElsewhere(file);
    List<Named> named = StudyPaths.all(study);
    List<Named> unreachable =
        named.stream().filter(n -> isLocal(n.path()) && !(shared && allowed(n, server))).toList();
    if (unreachable.isEmpty()) {
      return client.submit(file);
    }
    server.uploads().requireAllowed();
    if (!choice.dataset()) {
      unreachable.stream()
          .filter(n -> n.key().equals(DATASET))
          .forEach(n -> refuseDataset(file, n));
    }
    if (named.stream().allMatch(n -> isLocal(n.path()))) {
      // What the server would find wrong after gigabytes is found here first.
      DatasetImporter.check(study);
    }
    return client.submit(
        StudyFile.write(moved(study, sent(study, unreachable, server))), file.toString());
  }

  private static void refuseDataset(Path file, Named dataset) {
    throw new InputException(
        file
            + ": "
            + dataset.key()
            + ": the server does not reach "
            + dataset.path()
            + " of this machine; possible: s3://bucket/prefix, a folder that the server has, or"
            + " --upload to send it along");
  }

  private Map<Path, String> sent(Study study, List<Named> unreachable, ServerFacts server) {
    Packing packing = new Packing(study);
    Map<Path, Parcel> parcels = new LinkedHashMap<>();
    unreachable.forEach(n -> parcels.computeIfAbsent(n.path(), path -> packing.pack(n)));
    Retry retry = StoreConnection.retry(RetryPolicy.STANDARD);
    List<Parcel> all = List.copyOf(parcels.values());
    List<String> ids =
        new Sending(client, server.uploads(), retry, choice.parallel(), view).send(all);
    Map<Path, String> places = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      String entry = all.get(i).entry();
      String tree = BucketScheme.UPLOAD.prefix() + ids.get(i);
      places.put(all.get(i).path(), entry.isEmpty() ? tree : tree + "/" + entry);
    }
    return places;
  }

  private static Study moved(Study study, Map<Path, String> places) {
    BucketFileSystem names = new BucketFileSystem(BucketScheme.UPLOAD, new NamesOnly());
    return StudyPaths.map(
        study,
        path -> {
          String place = places.get(path);
          return place == null ? path : names.getPath(place);
        });
  }

  /** What is absent here may be the server's. */
  private static boolean isLocal(Path path) {
    return path.getFileSystem() == FileSystems.getDefault() && Files.exists(path);
  }

  private static boolean allowed(Named named, ServerFacts server) {
    List<String> roots = server.roots();
    return roots == null
        || roots.stream()
            .filter(root -> !BucketScheme.S3.claims(root))
            .anyMatch(root -> named.path().startsWith(Path.of(root)));
  }

  /** Whether the server's disk is this machine's. */
  private static boolean isHere(DiskProof proof) {
    try {
      Path file = Path.of(proof.file());
      return Files.isRegularFile(file)
          && Files.size(file) <= LONGEST_PROOF
          && Sha256.of(Files.readAllBytes(file)).value().equals(proof.sha256());
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
