package io.chiasm.aggregator.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {
  @Test
  void thePageOfThisServerMayChangeThings() {
    assertThat(SameOrigin.same("http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
    assertThat(SameOrigin.same("https://Chiasm.example", "chiasm.example")).isTrue();
  }

  @Test
  void aPageOfAnotherServerMayNot() {
    assertThat(SameOrigin.same("http://evil.example", "127.0.0.1:8080")).isFalse();
    assertThat(SameOrigin.same("http://127.0.0.1:8081", "127.0.0.1:8080")).isFalse();
    assertThat(SameOrigin.same("null", "127.0.0.1:8080")).isFalse();
    assertThat(SameOrigin.same("not an address", "127.0.0.1:8080")).isFalse();
  }
}
