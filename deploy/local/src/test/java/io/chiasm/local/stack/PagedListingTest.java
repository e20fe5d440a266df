package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Against the store beneath, which reads everything for each page. */
class PagedListingTest {
  private static final String BUCKET = "chiasm";

  /** Around the slash in order of characters, so that a folder sorts apart from its namesakes. */
  private static final String[] NAMES = {"a", "a.b", "a-b", "a0", "b", "ab", "a.json"};

  private Path folder;
  private PagedListing paged;
  private FilesystemNio2BlobStore plain;

  @BeforeEach
  void openStores(@TempDir Path made) {
    folder = made;
    paged = new PagedListing(folder);
    plain = new FilesystemNio2BlobStore(folder.toString());
    paged.createContainer(BUCKET);
  }

  @Test
  void pagesAreThoseOfTheStoreBeneath() throws Exception {
    Random random = new Random(7);
    List<String> keys = List.copyOf(put(random));
    for (int i = 0; i < 300; i++) {
      ListObjectsV2Request request =
          ListObjectsV2Request.builder()
              .bucket(BUCKET)
              .prefix(prefix(random, keys))
              .startAfter(random.nextBoolean() ? one(random, keys) : null)
              .maxKeys(1 + random.nextInt(12))
              .build();
      assertThat(paged.list(request)).as("%s", request).isEqualTo(plain.list(request));
    }
  }

  @Test
  void pagesTogetherShowEveryObjectOnce() throws Exception {
    TreeSet<String> keys = put(new Random(8));
    List<String> shown = new ArrayList<>();
    String token = null;
    do {
      ListObjectsV2Response page =
          paged.list(
              ListObjectsV2Request.builder()
                  .bucket(BUCKET)
                  .continuationToken(token)
                  .maxKeys(3)
                  .build());
      page.contents().stream().map(S3Object::key).forEach(shown::add);
      token = page.nextContinuationToken();
    } while (token != null);
    assertThat(shown).containsExactlyElementsOf(keys);
  }

  @Test
  void whatIsGroupedOrLeavesTheBucketIsAnsweredByTheStoreBeneath() throws Exception {
    put(new Random(9));
    Files.writeString(folder.resolve("secret"), "outside");
    ListObjectsV2Request.Builder asked = ListObjectsV2Request.builder().bucket(BUCKET);
    for (ListObjectsV2Request request :
        List.of(
            asked.prefix("a").delimiter("/").build(),
            asked.prefix("../").delimiter(null).build(),
            asked.prefix("nowhere/at/all").build(),
            ListObjectsV2Request.builder().bucket("absent").build())) {
      assertThat(answer(() -> paged.list(request)))
          .as("%s", request)
          .isEqualTo(answer(() -> plain.list(request)));
    }
  }

  private interface Listing {
    ListObjectsV2Response list();
  }

  private static Object answer(Listing listing) {
    try {
      return listing.list();
    } catch (SdkException | IllegalArgumentException e) {
      return e.toString();
    }
  }

  private TreeSet<String> put(Random random) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      StringBuilder key = new StringBuilder(one(random, List.of(NAMES)));
      while (random.nextInt(3) > 0) {
        key.append('/').append(one(random, List.of(NAMES)));
      }
      if (fits(keys, key.toString())) {
        keys.add(key.toString());
      }
    }
    for (String key : keys) {
      byte[] content = new byte[random.nextInt(9)];
      paged.putBlob(
          PutObjectRequest.builder()
              .bucket(BUCKET)
              .key(key)
              .contentLength((long) content.length)
              .build(),
          new ByteArrayInputStream(content));
    }
    return keys;
  }

  /** A file system has no folder and file of one name. */
  private static boolean fits(TreeSet<String> keys, String key) {
    return keys.stream()
        .noneMatch(other -> other.startsWith(key + "/") || key.startsWith(other + "/"));
  }

  private static String prefix(Random random, List<String> keys) {
    String key = one(random, keys);
    return key.substring(0, random.nextInt(key.length() + 1));
  }

  private static String one(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
