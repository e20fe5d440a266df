package io.chiasm.local.sending;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.shell.minio.StoreConnection;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.work.Parallel;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.report.writing.file.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches results into a folder, where they replace an earlier study's as soon as all are there.
 * What is there already, in its place or left by an interrupted fetch, is not fetched again.
 */
public final class Fetching {
  private final AggregatorClient client;
  private final ProgressView view;
  private final Parallel parallel;
  private final Retry retry = StoreConnection.retry(RetryPolicy.STANDARD);

  public Fetching(AggregatorClient client, ProgressView view, int width) {
    this.client = client;
    this.view = view;
    this.parallel = new Parallel(width);
  }

  private record Wanted(ResultFile file, Path part) {}

  /**
   * Fetches all results of a study.
   *
   * @param folder that was taken with {@link OutputFolder#resume}
   * @throws InputException if the folder cannot be written to
   */
  public void fetch(String study, OutputFolder folder) {
    try {
      List<ResultFile> files = retry.call(() -> client.resultFiles(study));
      List<Wanted> wanted = new ArrayList<>();
      long all = 0;
      long missing = 0;
      for (ResultFile file : files) {
        all += file.bytes();
        if (!folder.place(file.path()).normalize().startsWith(folder.path().normalize())) {
          throw new InputException("the server names a result outside the folder: " + file.path());
        }
        if (isThere(folder.place(file.path()), file)) {
          folder.keep(file.path());
          continue;
        }
        Path part = folder.temporary(file.path());
        if (!isThere(part, file)) {
          wanted.add(new Wanted(file, part));
          missing += file.bytes();
        }
      }
      Transfer progress = new Transfer(view, "fetching", all, all - missing);
      parallel.each(wanted, one -> fetch(study, one, progress));
      folder.complete();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder.path(), e);
    }
  }

  private static boolean isThere(Path place, ResultFile file) throws IOException {
    return Files.isRegularFile(place)
        && Files.size(place) == file.bytes()
        && Sha256.of(Files.newInputStream(place)).hex().equals(file.sha256());
  }

  private void fetch(String study, Wanted wanted, Transfer progress) {
    ResultFile file = wanted.file();
    retry.call(
        () -> {
          ObjectStat got = client.fetch(study, file.path(), wanted.part());
          if (got.bytes() != file.bytes() || !got.hex().equals(file.sha256())) {
            throw new TransientException(
                file.path() + ": " + got.bytes() + " bytes came that are not those stored", null);
          }
          return got;
        });
    progress.add(file.bytes());
  }
}
