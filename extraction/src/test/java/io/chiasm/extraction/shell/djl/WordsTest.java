package io.chiasm.extraction.shell.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Error code - ORT_FAIL - message: /onnxruntime_src/onnxruntime/core/graph/model.cc:192 onnxruntime::Model::Model(onnx::ModelProto&&, const onnxruntime::logging::Logger&) Unsupported model IR version: 14, max supported IR version: 13 | Unsupported model IR version: 14, max supported IR version: 13
          Error code - ORT_FAIL - message: Fatal error: com.foo:Bar(-1) is not a registered function/op | Fatal error: com.foo:Bar(-1) is not a registered function/op
          Error code - ORT_FAIL - message: Non-zero status code returned while running Reshape node. Name:'r' Status Message: /onnxruntime_src/onnxruntime/core/providers/cpu/tensor/reshape_helper.h:91 onnxruntime::ReshapeHelper::ReshapeHelper(const onnxruntime::TensorShape&, bool) input_shape_size == size was false. | Non-zero status code returned while running Reshape node. Name:'r' Status Message: input_shape_size == size was false.
          """)
  void placesInTheRuntimesSourceAreLeftOut(String said, String words) {
    assertThat(Words.plain(said)).isEqualTo(words);
    assertThat(Words.plain("\u001b[1;31m" + said + "\n\u001b[m")).isEqualTo(words);
  }
}
