package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreadyTest {
  @Test
  void eachReasonIsSaidOnce() {
    String answer =
        """
        {"status": "DOWN", "checks": [
          {"name": "connections", "status": "DOWN",
           "data": {"reason": "object store http://127.0.0.1:9, bucket \\"chiasm\\": HTTP 400"}},
          {"name": "more", "status": "DOWN", "data": {"reason":"no topics"}},
          {"name": "more", "status": "DOWN", "data": {"reason":"no topics"}}]}
        """;
    assertThat(Unready.reason(answer))
        .isEqualTo("object store http://127.0.0.1:9, bucket \"chiasm\": HTTP 400; no topics");
  }

  @Test
  void anAnswerWithoutAReasonIsSaidToHaveNone() {
    assertThat(Unready.reason("")).isEqualTo("it does not say what it waits for");
  }
}
