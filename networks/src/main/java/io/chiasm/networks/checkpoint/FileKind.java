package io.chiasm.networks.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file is that stands in the place of weights, as people meet it: by its first bytes, or by
 * the names in an archive.
 *
 * @param words that follow the file's name
 */
record FileKind(String words) {
  private static final int START = 1024;
  private static final int SHOWN = 60;
  private static final int TAR_MARK = 257;
  private static final int MOST_TEXT = 4096;

  private static final String NEITHER =
      "is neither a torch checkpoint nor a safetensors file, but ";
  private static final String EXPORT = "; export that network to ONNX, or save torch's state dict";
  private static final String UNPACK = "; unpack it and name the file of weights in it";

  /** Ends TensorFlow's files of checkpoints. */
  private static final String SORTED_TABLE = "57fb808b247547db";

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("1f8b", "is a gzip archive" + UNPACK),
          new Signature("425a68", "is a bzip2 archive" + UNPACK),
          new Signature("fd377a585a00", "is an xz archive" + UNPACK),
          new Signature("28b52ffd", "is a Zstandard archive" + UNPACK),
          new Signature("377abcaf271c", "is a 7z archive" + UNPACK),
          new Signature("526172211a07", "is a RAR archive" + UNPACK),
          new Signature("894844460d0a1a0a", "is an HDF5 file, such as Keras's .h5" + EXPORT),
          new Signature(
              "934e554d5059", "is a NumPy array (.npy), no weights by name" + StateDict.RESAVE),
          new Signature("47475546", "is a GGUF file" + EXPORT),
          new Signature("25504446", "is a PDF document"),
          new Signature("89504e470d0a1a0a", "is a PNG image"),
          new Signature("ffd8ff", "is a JPEG image"),
          new Signature("7f454c46", "is a program"));

  private static final Pattern TENSORFLOW_DATA = Pattern.compile(".*\\.data-\\d{5}-of-\\d{5}");
  private static final Pattern LFS_SIZE = Pattern.compile("(?m)^size (\\d{1,18})$");

  private record Signature(String hex, String words) {}

  /** What a file is, if it is known to be no weights. */
  static Optional<FileKind> of(FileBytes file, String name) {
    ByteBuffer start = file.range(0, (int) Math.min(file.size(), START));
    if (file.size() == 0) {
      return said("is empty: 0 bytes; get it again");
    }
    for (Signature signature : SIGNATURES) {
      if (begins(start, signature.hex())) {
        return said(signature.words());
      }
    }
    return isText(start) ? ofText(start, file.size()) : ofBinary(start, file, name);
  }

  private static boolean begins(ByteBuffer start, String hex) {
    byte[] wanted = HexFormat.of().parseHex(hex);
    return start.limit() >= wanted.length
        && Arrays.equals(Arrays.copyOf(start.array(), wanted.length), wanted);
  }

  private static boolean isText(ByteBuffer start) {
    for (int i = 0; i < start.limit(); i++) {
      int value = start.get(i) & 0xff;
      if (value < ' ' && value != '\n' && value != '\r' && value != '\t' && value != '\f') {
        return false;
      }
    }
    return true;
  }

  private static Optional<FileKind> ofText(ByteBuffer start, long size) {
    String text = new String(start.array(), 0, start.limit(), StandardCharsets.UTF_8).strip();
    String lower = text.replace("\uFEFF", "").toLowerCase(Locale.ROOT);
    if (lower.startsWith("version https://git-lfs") || lower.startsWith("version https://hawser")) {
      Matcher bytes = LFS_SIZE.matcher(text);
      return said(
          "is a pointer of Git LFS, not the weights%s; fetch them with 'git lfs pull'"
              .formatted(bytes.find() ? " of " + bytes.group(1) + " bytes" : ""));
    }
    if (lower.contains("/annex/objects/")) {
      return said("is a pointer of git-annex, not the weights; fetch them with 'git annex get'");
    }
    if (lower.startsWith("<")) {
      boolean page = lower.contains("<html") || lower.startsWith("<!doctype html");
      return said(
          "is "
              + (page ? "a web page (HTML)" : "an XML text")
              + ", not the weights: the download gave a page in their place; get the file itself");
    }
    if (lower.startsWith("model_checkpoint_path")) {
      return said("is TensorFlow's list of checkpoints" + EXPORT);
    }
    String first = text.lines().findFirst().orElse("");
    String shown = first.length() <= SHOWN ? first : first.substring(0, SHOWN) + "…";
    String printable = shown.replaceAll("\\p{Cntrl}", "?");
    return said(
        (size <= MOST_TEXT ? NEITHER + "a text: '" : NEITHER + "a text that begins with '")
            + printable
            + "'; get the file itself");
  }

  private static Optional<FileKind> ofBinary(ByteBuffer start, FileBytes file, String name) {
    if (allZero(start)) {
      return said("begins with nothing but zeros: the download or copy failed; get it again");
    }
    if (start.limit() > TAR_MARK + 5 && ascii(start, TAR_MARK, 5).equals("ustar")) {
      return said("is a tar archive" + UNPACK);
    }
    if (start.limit() >= 8 && ascii(start, 4, 4).equals("TFL3")) {
      return said("is a TensorFlow Lite model" + EXPORT);
    }
    boolean table =
        file.size() >= 8
            && HexFormat.of()
                .formatHex(file.range(file.size() - 8, 8).array())
                .equals(SORTED_TABLE);
    if (table || TENSORFLOW_DATA.matcher(name).matches()) {
      return said("is a part of a TensorFlow checkpoint" + EXPORT);
    }
    return isOnnx(start)
        ? said("looks like an ONNX model; give it a name that ends in .onnx")
        : Optional.empty();
  }

  private static boolean allZero(ByteBuffer start) {
    for (int i = 0; i < start.limit(); i++) {
      if (start.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Version of the format, then the first of producer, version, domain, graph or operators. */
  private static boolean isOnnx(ByteBuffer start) {
    return start.limit() > 4
        && start.get(0) == 0x08
        && start.get(1) >= 1
        && start.get(1) <= 20
        && List.of(0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42).contains((int) start.get(2));
  }

  private static String ascii(ByteBuffer bytes, int at, int length) {
    return new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
  }

  /** What a zip archive is, if it is known to be no checkpoint. */
  static Optional<FileKind> ofArchive(Collection<String> names) {
    if (has(names, ".*/code/.*|[^/]+/constants\\.pkl")) {
      return said(
          "is a TorchScript archive (torch.jit.save), a program; open it where it was made and"
              + " save only its weights: torch.save(torch.jit.load(…).state_dict(), 'weights.pth')");
    }
    if (has(names, "(.*/)?(serialized_exported_program\\.json|archive_format)")) {
      return said("is a program of torch.export" + StateDict.RESAVE);
    }
    if (has(names, "[^/]+/data\\.pkl")) {
      return Optional.empty();
    }
    if (has(names, "(.*/)?model\\.weights\\.h5")) {
      return said("is a Keras model" + EXPORT);
    }
    if (!names.isEmpty() && names.stream().allMatch(n -> n.endsWith(".npy"))) {
      return said("is an archive of NumPy arrays (.npz)" + StateDict.RESAVE);
    }
    return names.stream()
        .filter(n -> n.matches("(?i).*\\.(pth|pt|ckpt|bin|safetensors|tar)"))
        .findFirst()
        .map(n -> new FileKind("is a zip archive that holds '" + shown(n) + "'" + UNPACK));
  }

  private static boolean has(Collection<String> names, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return names.stream().anyMatch(n -> wanted.matcher(n).matches());
  }

  private static String shown(String name) {
    String printable = name.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
  }

  private static Optional<FileKind> said(String words) {
    return Optional.of(new FileKind(words));
  }

  void refuse() {
    throw new BadCheckpointException(words);
  }
}
