package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one file among photographs is, by its first bytes before its name. A photograph that is
 * passed over shifts all rows behind it, so only what cannot be one is.
 */
final class FolderEntry {
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(.+?)(?:~|\\.(?:part|partial|crdownload|download|opdownload|filepart|tmp|temp|aria2|!ut"
              + "|bak|old|orig|swp))",
          Pattern.CASE_INSENSITIVE);

  /** Companions that are not text. */
  private static final Set<String> OTHERS =
      Set.of(
          ("npy npz mat h5 hdf5 pkl pickle pt pth onnx safetensors parquet feather db sqlite pdf xls"
                  + " xlsx doc docx ods odt ppt pptx lnk gz bz2 xz zst zip tar 7z rar")
              .split(" "));

  private static final Set<String> LITTER = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini");

  /** What to do with a file. */
  enum Kind {
    PHOTOGRAPH,
    COMPANION,
    PROBLEM
  }

  private final Kind kind;
  private final @Nullable String problem;

  private FolderEntry(Kind kind, @Nullable String problem) {
    this.kind = kind;
    this.problem = problem;
  }

  Kind kind() {
    return kind;
  }

  /** Why a file that may be a photograph is none that can be read; continues its name. */
  String problem() {
    return String.valueOf(problem);
  }

  /** Looks at a file that is no folder. */
  static FolderEntry of(Path file) {
    String name = file.getFileName().toString();
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return problem("is a link that leads nowhere; fetch the file it stands for");
    }
    if (!Files.isRegularFile(file)) {
      return problem("is neither a file nor a folder; take it away");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(name, in.readNBytes(ImageFormat.FIRST_BYTES));
    } catch (IOException e) {
      return problem("cannot be read: " + Reason.of(e));
    }
  }

  private static FolderEntry of(String name, byte[] start) {
    if (name.startsWith("._") || LITTER.contains(name.toLowerCase(Locale.ROOT))) {
      return new FolderEntry(Kind.COMPANION, null);
    }
    Optional<String> format = ImageFormat.of(start);
    var unfinished = UNFINISHED.matcher(name);
    if (unfinished.matches()
        && (format.isPresent() || !text(start) || promised(unfinished.group(1)))) {
      return problem("is an unfinished download, a temporary file or a copy; take it away");
    }
    if (format.isPresent()) {
      return image(name, format.get());
    }
    return other(name, start);
  }

  private static FolderEntry image(String name, String format) {
    if (!format.equals(ImageFormat.PNG) && !format.equals(ImageFormat.JPEG)) {
      return problem("is no PNG or JPEG but a file of the kind " + format + "; convert it");
    }
    return name.startsWith(".")
        ? problem("is a hidden " + format + " file; rename it or take it away")
        : new FolderEntry(Kind.PHOTOGRAPH, null);
  }

  private static FolderEntry other(String name, byte[] start) {
    Optional<String> pointer = pointer(start);
    if (pointer.isPresent()) {
      return problem("is a pointer of " + pointer.get() + " in place of a file; fetch the file");
    }
    if (promised(name)) {
      return problem("is named as an image, but " + found(start));
    }
    boolean known = name.startsWith(".") || OTHERS.contains(ImageFormat.suffix(name));
    if (known || start.length > 0 && text(start)) {
      return new FolderEntry(Kind.COMPANION, null);
    }
    return problem(
        (start.length == 0 ? "is empty" : "is of an unknown kind")
            + ": it may stand for a photograph; take it away");
  }

  private static String found(byte[] start) {
    if (start.length == 0) {
      return "it is empty";
    }
    return text(start) ? "it is a text" : "its first bytes are not those of a PNG or JPEG";
  }

  private static boolean promised(String name) {
    return ImageFormat.promisedBy(name);
  }

  private static Optional<String> pointer(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("version https://git-lfs") || text.startsWith("version https://hawser")) {
      return Optional.of("git LFS");
    }
    boolean annex = text.startsWith("/annex/objects/") || text.contains(".git/annex/objects/");
    return annex ? Optional.of("git-annex") : Optional.empty();
  }

  /** Whether the bytes are of UTF-8 text, whose last letter may be cut. */
  private static boolean text(byte[] start) {
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    for (int cut = 0; cut < Math.min(4, start.length); cut++) {
      try {
        decoder.decode(ByteBuffer.wrap(start, 0, start.length - cut));
        return true;
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    return start.length == 0;
  }

  private static FolderEntry problem(String words) {
    return new FolderEntry(Kind.PROBLEM, words);
  }
}
