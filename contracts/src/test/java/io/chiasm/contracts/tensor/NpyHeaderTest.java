package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTest {
  @Test
  void theHeaderNamesTypeOrderAndShape() throws IOException {
    // When
    NpyHeader header = read("{'shape': (2, 3), \"descr\": '>i2', 'fortran_order': True}");
    // Then
    assertThat(header.type()).isEqualTo(ElementType.INT16);
    assertThat(header.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    assertThat(header.fortran()).isTrue();
    assertThat(header.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(header.dataBytes()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{'descr': '<f4'}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-3,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3.0,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': [3]}",
        "{'descr': '<f4', 'fortran_order': 0, 'shape': (3,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)} + {}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), 'more': 1}",
        "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<f4' 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<f4, 'fortran_order': False, 'shape': (3,)}",
        "{'descr': __import__('os'), 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999999999999,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 99999999999)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387903,)}",
        "{'descr': 'f4', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '=f4', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '|f4', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<f16', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<f3', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': ('<f4', (2,)), 'fortran_order': False, 'shape': (3,)}"
      })
  void nothingElseIsTakenForAHeader(String dict) {
    assertThatThrownBy(() -> read(dict))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("x.npy: ");
  }

  @Test
  void tooManyAxesAreRefused() {
    String shape = "(" + "1,".repeat(65) + ")";
    assertThatThrownBy(
            () -> read("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at most 64 axes");
  }

  @Test
  void messagesNameThePlace() {
    assertThatThrownBy(() -> read("{'descr': '<f4', 'fortran_order': No, 'shape': (3,)}"))
        .hasMessage("x.npy: broken .npy header at character 34: expected True or False");
  }

  @Test
  void longHeadersAreRefusedUnread() {
    // Given a version 2 header that claims 4 GiB - 1
    byte[] bytes = {
      (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff
    };
    // Then
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("4294967295 bytes long, at most 10000");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "4, 0", "-1, 0"})
  void unknownVersionsAreRefused(byte major, byte minor) {
    byte[] bytes = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', major, minor, 0, 0, 0, 0};
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(".npy version " + major + "." + minor);
  }

  @Test
  void otherFilesAreNotTakenForNpy() {
    assertThatThrownBy(() -> read("%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a .npy file");
  }

  private static NpyHeader read(String dict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NpyPrefix.MAGIC);
    out.writeBytes(new byte[] {1, 0, (byte) dict.length(), (byte) (dict.length() >> 8)});
    out.writeBytes(dict.getBytes(StandardCharsets.ISO_8859_1));
    return read(out.toByteArray());
  }

  private static NpyHeader read(byte[] bytes) throws IOException {
    return NpyHeader.read(
        new ByteArrayInputStream(bytes), "x.npy", NpyLimits.ofData(Long.MAX_VALUE));
  }
}
