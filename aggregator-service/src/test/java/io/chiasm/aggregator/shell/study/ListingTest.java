package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import org.junit.jupiter.api.Test;

class ListingTest {
  private final CountingStore store = new CountingStore(new MemoryStore("made"));

  @Test
  void aFolderIsListedOnceHoweverManyObjectsAreAskedFor() {
    // Given
    store.put(ObjectLayout.encoding("a1"), Content.of(new byte[] {1}));
    Listing listing = new Listing(store);
    // When, then
    assertThat(listing.exists(ObjectLayout.encoding("a1"))).isTrue();
    for (int i = 0; i < 100; i++) {
      assertThat(listing.exists(ObjectLayout.encoding("b" + i))).isFalse();
    }
    assertThat(listing.exists(ObjectLayout.gram("a1"))).isFalse();
    assertThat(store.lists()).isEqualTo(2);
  }
}
