package io.chiasm.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that stand in the place of weights are told what they are. */
class FileKindTest {
  private final Path folder;

  FileKindTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `  <!DOCTYPE html><html>`                              | is a web page (HTML)
          `<html lang="en">`                                     | is a web page (HTML)
          `<?xml version="1.0"?><Error>AccessDenied</Error>`     | is an XML text
          `{"message": "Not Found"}`                             | is neither a torch checkpoint nor a safetensors file, but a text: '{"message": "Not Found"}'
          Entry not found                                        | is neither a torch checkpoint nor a safetensors file, but a text: 'Entry not found'
          `version https://git-lfs.github.com/spec/v1
          oid sha256:ab
          size 123
          `                                                      | is a pointer of Git LFS, not the weights of 123 bytes; fetch them with 'git lfs pull'
          /annex/objects/SHA256E-s1--ab.pth                      | fetch them with 'git annex get'
          ../.git/annex/objects/aa/bb/SHA256E-s1--ab.pth         | fetch them with 'git annex get'
          `model_checkpoint_path: "model.ckpt-1"`                | TensorFlow's list of checkpoints
          """)
  void texts(String content, String message) throws IOException {
    refused(content.getBytes(StandardCharsets.UTF_8), message);
  }

  @ParameterizedTest
  @CsvSource({
    "894844460d0a1a0a0000000000000000, 'is an HDF5 file, such as Keras''s .h5'",
    "934e554d505901007600, is a NumPy array",
    "425a683931415926, is a bzip2 archive; unpack it",
    "fd377a585a000004, is an xz archive; unpack it",
    "28b52ffd04580000, is a Zstandard archive; unpack it",
    "1c00000054464c3314002000, is a TensorFlow Lite model",
    "0807120b7079746f726368, looks like an ONNX model; give it a name that ends in .onnx",
    "47475546030000000000, is a GGUF file",
    "'', is empty: 0 bytes",
    "0000000000000000000000000000000000000000, begins with nothing but zeros"
  })
  void binaries(String hex, String message) throws IOException {
    refused(HexFormat.of().parseHex(hex), message);
  }

  @Test
  void aGzipArchive() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[100]);
    }
    refused(packed.toByteArray(), "is a gzip archive; unpack it");
  }

  @Test
  void aTarArchive() throws IOException {
    byte[] tar = new byte[1024];
    tar[0] = 'a';
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    refused(tar, "is a tar archive; unpack it");
  }

  @Test
  void aPartOfATensorFlowCheckpoint() throws IOException {
    byte[] table = new byte[100];
    table[0] = 1;
    System.arraycopy(HexFormat.of().parseHex("57fb808b247547db"), 0, table, 92, 8);
    refused(table, "is a part of a TensorFlow checkpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "arr_0.npy, is an archive of NumPy arrays (.npz)",
    "runs/weights.pth, 'is a zip archive that holds ''runs/weights.pth''; unpack it'",
    "model.weights.h5, is a Keras model",
    "m/code/__torch__.py, is a TorchScript archive",
    "m/archive_format, is a program of torch.export",
    "readme.txt, is a zip archive without torch's data.pkl"
  })
  void zipArchives(String entry, String message) throws IOException {
    refused(CheckpointFixtures.zip(Map.of(entry, new byte[9])), message);
  }

  @Test
  void aCompressedZipArchive() throws IOException {
    byte[] zip = CheckpointFixtures.zip(Map.of("w.pth", new byte[9]), ZipEntry.DEFLATED);
    refused(zip, "is a zip archive that holds 'w.pth'; unpack it");
  }

  @Test
  void filesThatWereCutShort() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("plain.safetensors")) {
      byte[] whole = in.readAllBytes();
      refused(Arrays.copyOf(whole, whole.length - 1), "the file is cut short");
      refused(Arrays.copyOf(whole, 50), "is cut short: its safetensors header");
    }
    try (InputStream in = getClass().getResourceAsStream("plain.pth")) {
      byte[] whole = in.readAllBytes();
      refused(Arrays.copyOf(whole, whole.length / 2), "is cut short");
    }
    try (InputStream in = getClass().getResourceAsStream("legacy.pth")) {
      byte[] whole = in.readAllBytes();
      refused(Arrays.copyOf(whole, whole.length - 1), "is cut short");
    }
  }

  @Test
  void linksToWhatIsNotThere() throws IOException {
    Path annexed = folder.resolve("a.pth");
    Files.createSymbolicLink(annexed, Path.of(".git/annex/objects/x/y"));
    assertThatThrownBy(() -> Checkpoint.open(annexed)).hasMessageContaining("git annex get");
    Path dangling = folder.resolve("b.pth");
    Files.createSymbolicLink(dangling, Path.of("nowhere.pth"));
    assertThatThrownBy(() -> Checkpoint.open(dangling))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a link to nowhere.pth, which is not there");
    assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("is a folder");
  }

  private void refused(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("weights.pth"), content);
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
