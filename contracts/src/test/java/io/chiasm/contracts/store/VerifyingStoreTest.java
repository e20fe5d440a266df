package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerifyingStoreTest {
  private static final ObjectKey KEY = new ObjectKey("a/tensor");
  private static final byte[] BYTES = {1, 2, 3, 4, 5};

  private final MemoryStore memory = new MemoryStore("memory");

  @Test
  void aTruncatedBodyIsNoticedAtItsEnd() {
    assertThatThrownBy(() -> readThrough(bytes -> Arrays.copyOf(bytes, 4)))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessage("object a/tensor: expected size 5, found 4");
  }

  @Test
  void aLongerBodyIsNoticed() {
    assertThatThrownBy(() -> readThrough(bytes -> Arrays.copyOf(bytes, 6)))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessage("object a/tensor: expected size 5, found more");
  }

  @Test
  void aWrongDigestIsNoticed() {
    assertThatThrownBy(() -> readThrough(bytes -> new byte[] {1, 2, 3, 4, 6}))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessageContaining("expected sha256 " + Sha256.of(BYTES))
        .hasMessageContaining("found " + Sha256.of(new byte[] {1, 2, 3, 4, 6}));
  }

  @Test
  void skippedAndSingleBytesCountToo() throws IOException {
    // Given
    memory.put(KEY, Content.of(BYTES));
    // When
    try (InputStream in = new VerifyingStore(memory).open(KEY)) {
      in.skipNBytes(3);
      // Then
      assertThat(in.read()).isEqualTo(4);
      assertThat(in.read()).isEqualTo(5);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void anObjectWithoutADigestIsCheckedBySizeAlone() throws IOException {
    // Given
    TensorStore foreign = tampered(bytes -> bytes, stat -> new ObjectStat(stat.bytes(), null));
    memory.put(KEY, Content.of(BYTES));
    // Then
    try (InputStream in = new VerifyingStore(foreign).open(KEY)) {
      assertThat(in.readAllBytes()).isEqualTo(BYTES);
    }
  }

  @Test
  void aStoreThatKeepsSomethingElseIsNoticedWhenPutting() {
    // Given
    TensorStore forgetful =
        tampered(b -> b, stat -> new ObjectStat(stat.bytes() - 1, stat.sha256()));
    // Then
    assertThatThrownBy(() -> new VerifyingStore(forgetful).put(KEY, Content.of(BYTES)))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessage("object a/tensor: expected size 5, found 4");
  }

  @Test
  void contentThatChangesBetweenTwoReadingsIsNoticedWhenPutting() {
    // Given a store that, like S3, reads once for the digest and once more for the bytes
    TensorStore twice = new ReadingTwice(memory);
    Content changing = new Changing();
    // Then
    assertThatThrownBy(() -> new VerifyingStore(twice).put(KEY, changing))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessageContaining("expected sha256");
  }

  @Test
  void aFileIsReadOnceForItsDigestAndOnceForItsBytes() {
    // Given
    Counted content = new Counted();
    // When
    new VerifyingStore(new MeasuringFirst(memory)).put(KEY, content);
    // Then
    assertThat(content.readings).isEqualTo(2);
  }

  private void readThrough(UnaryOperator<byte[]> body) throws IOException {
    memory.put(KEY, Content.of(BYTES));
    try (InputStream in = new VerifyingStore(tampered(body, stat -> stat)).open(KEY)) {
      in.readAllBytes();
    }
  }

  private TensorStore tampered(UnaryOperator<byte[]> body, UnaryOperator<ObjectStat> stat) {
    return new ForwardingStore(memory) {
      @Override
      public ObjectStream open(ObjectKey key) {
        return new ObjectStream(
            new ByteArrayInputStream(body.apply(BYTES.clone())), stat(key).orElseThrow());
      }

      @Override
      public Optional<ObjectStat> stat(ObjectKey key) {
        return super.stat(key).map(stat);
      }
    };
  }

  private static final class Changing implements Content {
    private byte next;

    @Override
    public long bytes() {
      return 1;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(new byte[] {next++});
    }
  }

  private static final class Counted implements Content {
    private int readings;

    @Override
    public long bytes() {
      return BYTES.length;
    }

    @Override
    public InputStream open() {
      readings++;
      return new ByteArrayInputStream(BYTES);
    }
  }

  private static final class MeasuringFirst extends ForwardingStore {
    MeasuringFirst(TensorStore inner) {
      super(inner);
    }

    @Override
    public ObjectStat put(ObjectKey key, Content content) {
      assertThat(content.measure(key).digest()).isEqualTo(Sha256.of(BYTES));
      return super.put(key, content);
    }
  }

  private static final class ReadingTwice extends ForwardingStore {
    ReadingTwice(TensorStore inner) {
      super(inner);
    }

    @Override
    public ObjectStat put(ObjectKey key, Content content) {
      try {
        Sha256.of(content.open());
        return super.put(key, content);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
