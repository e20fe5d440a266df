package io.chiasm.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * Objects in a folder, listed a page at a time. The store beneath reads every object of the folder
 * for each page, so that a whole listing would take the square of their number.
 */
final class PagedListing extends ForwardingBlobStore {
  private static final int MOST = 1000;

  private final Path folder;

  PagedListing(Path folder) {
    super(new FilesystemNio2BlobStore(folder.toString()));
    this.folder = folder;
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    Path bucket = folder.resolve(request.bucket());
    String prefix = Objects.requireNonNullElse(request.prefix(), "");
    boolean grouped = !Objects.requireNonNullElse(request.delimiter(), "").isEmpty();
    boolean leaves = !bucket.resolve(prefix).normalize().startsWith(bucket);
    if (grouped || leaves || !containerExists(request.bucket())) {
      return super.list(request);
    }
    String token = request.continuationToken();
    String after = Objects.requireNonNullElse(token == null ? request.startAfter() : token, "");
    int most = Objects.requireNonNullElse(request.maxKeys(), MOST);
    return page(request.bucket(), new SortedKeys(bucket, prefix, after), most);
  }

  private ListObjectsV2Response page(String bucket, SortedKeys keys, int most) {
    List<S3Object> objects = new ArrayList<>();
    Optional<String> key = keys.next();
    while (key.isPresent() && objects.size() < most) {
      object(bucket, key.get()).ifPresent(objects::add);
      key = keys.next();
    }
    boolean more = key.isPresent() && !objects.isEmpty();
    return SdkResponses.objectsPage(
        objects, List.of(), more ? objects.get(objects.size() - 1).key() : null);
  }

  /** Empty if it was deleted meanwhile. */
  private Optional<S3Object> object(String bucket, String key) {
    return Optional.ofNullable(blobMetadataIfPresent(bucket, key))
        .map(
            head ->
                SdkResponses.objectEntry(
                    key,
                    head.eTag(),
                    head.lastModified(),
                    head.contentLength(),
                    head.storageClass() == null ? StorageClass.STANDARD : head.storageClass()));
  }
}
