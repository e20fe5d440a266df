package io.chiasm.contracts.shell.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPathTest {
  private static final BucketFileSystem SYSTEM =
      new BucketFileSystem(BucketScheme.S3, new NoBuckets());
  private static final String BUCKET = "s3://data";

  /** The reference is this machine's own paths: {@code /x} there is {@code s3://data/x} here. */
  @Test
  void pathsBehaveAsThoseOfAUnixFileSystem() {
    List<String> texts = texts();
    for (String one : texts) {
      same(one, here(one), there(one));
      same(one, here(one).normalize(), there(one).normalize());
      same(one, here(one).getParent(), there(one).getParent());
      same(one, here(one).getFileName(), there(one).getFileName());
      assertThat(there(one).getNameCount()).as(one).isEqualTo(count(here(one)));
      for (String other : texts) {
        String both = one + " and " + other;
        same(both, here(one).resolve(here(other)), there(one).resolve(there(other)));
        assertThat(there(one).startsWith(there(other)))
            .as(both)
            .isEqualTo(here(one).startsWith(here(other)));
        if (one.startsWith("/") == other.startsWith("/")) {
          Path from = here(one).normalize();
          if (!from.startsWith("..") && !from.toString().isEmpty()) {
            same(
                both,
                from.relativize(here(other).normalize()),
                there(one).normalize().relativize(there(other).normalize()));
          }
        }
      }
    }
  }

  private static List<String> texts() {
    Random random = new Random(7);
    List<String> words = List.of("a", "subj01", "x.npy", "..", ".", "ä b");
    List<String> texts = new ArrayList<>(List.of("/", "a", "/a"));
    for (int i = 0; i < 40; i++) {
      List<String> names =
          Stream.generate(() -> words.get(random.nextInt(words.size())))
              .limit(1 + random.nextInt(4))
              .toList();
      texts.add((random.nextBoolean() ? "/" : "") + String.join("/", names));
    }
    return texts;
  }

  private static Path here(String text) {
    return Path.of(text);
  }

  private static Path there(String text) {
    return SYSTEM.getPath(text.startsWith("/") ? BUCKET + text : text);
  }

  private static int count(Path path) {
    return path.toString().isEmpty() ? 0 : path.getNameCount();
  }

  private static void same(String about, @Nullable Path here, @Nullable Path there) {
    String expected = here == null ? "" : here.toString();
    String absolute = expected.equals("/") ? BUCKET : BUCKET + expected;
    assertThat(there == null ? "" : there.toString())
        .as(about)
        .isEqualTo(expected.startsWith("/") ? absolute : expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:/data/x", "s3:data", "s3://", "s3:///x", "s3://Data/x", "s3://a/x"})
  void whatIsNoBucketIsRefused(String text) {
    assertThatThrownBy(() -> SYSTEM.getPath(text)).isInstanceOf(InvalidPathException.class);
  }

  @Test
  void namesWithControlCharactersAreRefused() {
    assertThatThrownBy(() -> SYSTEM.getPath(BUCKET + "/a\nb"))
        .isInstanceOf(InvalidPathException.class);
  }

  @Test
  void noPathLeavesItsBucket() {
    assertThat(((BucketPath) there("/a/../../../b")).key()).isEqualTo("b");
  }

  @Test
  void patternsAreThoseOfFiles() {
    var matcher = SYSTEM.getPathMatcher("glob:epoch-*.pth");
    assertThat(matcher.matches(there("epoch-1.pth"))).isTrue();
    assertThat(matcher.matches(there("epoch-1.npy"))).isFalse();
  }
}
