package io.chiasm.extraction.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A photograph passed over in silence would shift every row behind it. */
class PhotographFolderTest {
  private Path folder;

  @BeforeEach
  void makeFolder(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectory(temporary.resolve("images"));
    write("p5.png", Pngs.grey(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.JPE", "a.jfif", "a.pjpeg", "a.tga", "a.bmp", "a", "a.b.c", "a.1", "a.txt", "ä b"
      })
  void aPngOfAnyNameIsRead(String name) throws IOException {
    write(name, Pngs.grey(1));
    assertThat(names(false)).containsExactlyInAnyOrder(name, "p5.png");
  }

  @ParameterizedTest
  @CsvSource({
    "a.gif, GIF89a, GIF",
    "a.jpg, GIF89a, GIF",
    "a, RIFF....WEBP, WebP",
    "a.dat, BM....0000, BMP",
    "a.tif, II*0, TIFF",
    "a.heic, ....ftypheic, HEIF",
    "a.ppm, P6 1 1 255, netpbm",
    "a.svg, <svg xmlns=''x''>, SVG",
    "a.xml, <?xml?><svg>, SVG",
    "a.psd, 8BPS, Photoshop",
    "a.hdr, #?RADIANCE, Radiance",
  })
  void otherImageFormatsAreNamedWhateverTheirName(String name, String start, String format)
      throws IOException {
    // Given dots and zeros for bytes that no text has
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '.' || bytes[i] == '0' && !start.startsWith("P6") ? 0 : bytes[i];
    }
    write(name, bytes);
    refused("is no PNG or JPEG but a file of the kind " + format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.png", "a.jpg", "a.JPE", "a.tga", "a.webp", "a.avif", "a.jp2", "a.ico", "a.exr", "a.DNG",
        "a.cr2", "a.nef", "a.x3f", ".a.png"
      })
  void aNameThatPromisesAnImageIsNeverPassedOver(String name) throws IOException {
    write(name, new byte[0]);
    refused(folder.resolve(name) + " is named as an image, but it is empty");
    write(name, "<html>Not found</html>".getBytes(StandardCharsets.UTF_8));
    refused(folder.resolve(name) + " is named as an image, but it is a text");
    write(name, new byte[] {0, 1, 2, 3});
    refused("is named as an image, but its first bytes are not those of a PNG or JPEG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.png.part",
        "a.jpg.crdownload",
        "a.jpg.download",
        "a.png~",
        "a.tmp",
        "a.jpg.PARTIAL",
        "a.png.bak",
        "Unconfirmed 1.crdownload"
      })
  void unfinishedFilesAreRefused(String name) throws IOException {
    write(name, Pngs.grey(1));
    refused(folder.resolve(name) + " is an unfinished download, a temporary file or a copy");
    write(name, new byte[] {0});
    refused(folder.resolve(name) + " is an unfinished download");
  }

  @Test
  void pointersInPlaceOfFilesAreRefused() throws IOException {
    write(
        "a.png",
        "version https://git-lfs.github.com/spec/v1\noid sha256:12\n"
            .getBytes(StandardCharsets.UTF_8));
    refused("is a pointer of git LFS in place of a file; fetch the file");
    write("a.png", "/annex/objects/MD5E-s12--ab.png\n".getBytes(StandardCharsets.UTF_8));
    refused("is a pointer of git-annex");
  }

  @Test
  void linksAreFollowedAndThoseThatLeadNowhereAreNamed() throws IOException {
    Path elsewhere = Files.write(folder.resolveSibling("elsewhere.png"), Pngs.grey(7));
    Files.createSymbolicLink(folder.resolve("a.png"), elsewhere);
    assertThat(names(false)).containsExactly("a.png", "p5.png");
    Files.delete(elsewhere);
    refused(folder.resolve("a.png") + " is a link that leads nowhere");
  }

  @Test
  void companionsArePassedOverAndRemembered() throws IOException {
    for (String name :
        List.of(
            "README", "labels.csv", "a.json", ".DS_Store", "Thumbs.db", "._p5.png", "notes.txt~")) {
      write(name, "BM and other words".getBytes(StandardCharsets.UTF_8));
    }
    write("features.npy", new byte[] {(byte) 0x93, 'N', 0});
    Files.createDirectory(folder.resolve(".git"));
    Files.createDirectory(folder.resolve("__MACOSX"));
    PhotographFolder listed = PhotographFolder.list(folder, false, null);
    assertThat(listed.photographs()).hasSize(1);
    assertThat(listed.passedOver())
        .containsExactly(
            ".DS_Store",
            "._p5.png",
            ".git/",
            "README",
            "Thumbs.db",
            "__MACOSX/",
            "a.json",
            "features.npy",
            "labels.csv",
            "notes.txt~");
  }

  @Test
  void whatCannotBeToldIsRefused() throws IOException {
    write("a.xyz", new byte[] {0, 1, 2});
    refused("is of an unknown kind: it may stand for a photograph");
    Files.delete(folder.resolve("a.xyz"));
    write("a", new byte[0]);
    refused("is empty: it may stand for a photograph");
    Files.delete(folder.resolve("a"));
    write(".hidden.png", Pngs.grey(3));
    refused("is a hidden PNG file");
  }

  @Test
  void subFoldersAreRefusedOrWalkedInOrderOfTheirNames() throws IOException {
    write("b/2.png", Pngs.grey(1));
    write("b/1.png", Pngs.grey(2));
    write("b.png", Pngs.grey(3));
    write("b/c/\uFF5E.png", Pngs.grey(4));
    write("b/c/\uD83D\uDE00.png", Pngs.grey(4));
    refused(folder.resolve("b") + " is a sub-folder; --recursive walks it");
    // UTF-16 would have the emoji before the full-width tilde.
    assertThat(names(true))
        .containsExactly(
            "b.png", "b/1.png", "b/2.png", "b/c/\uFF5E.png", "b/c/\uD83D\uDE00.png", "p5.png");
  }

  @Test
  void linksThatLeadBackAreNoticed() throws IOException {
    write("b/1.png", Pngs.grey(2));
    Path link = Files.createSymbolicLink(folder.resolve("b/back"), folder);
    assertThatThrownBy(() -> names(true))
        .isInstanceOf(InputException.class)
        .hasMessage(link + " leads back to a folder above it; take the link away");
  }

  @Test
  void theFolderOfResultsIsNotWalked() throws IOException {
    write("out/1.png", Pngs.grey(2));
    assertThat(PhotographFolder.list(folder, true, folder.resolve("out")).photographs()).hasSize(1);
  }

  @Test
  void manyProblemsAreCounted() throws IOException {
    for (int i = 0; i < 8; i++) {
      write("x" + i + ".gif", new byte[0]);
    }
    refused("x4.gif is named as an image, but it is empty\n  and 3 more");
  }

  private void refused(String words) {
    assertThatThrownBy(() -> names(false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words);
  }

  private List<String> names(boolean recursive) {
    return PhotographFolder.list(folder, recursive, null).photographs().stream()
        .map(PhotographFolder.Named::name)
        .toList();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
