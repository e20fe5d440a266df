package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is taken while studies run lacks nothing that one of its objects names. */
class BackupScriptTest {
  private static final ObjectKey GRAM = ObjectLayout.gram("a");
  private static final ObjectKey ENCODING = ObjectLayout.encoding("b");
  private static final ObjectKey REGISTRATION = ObjectLayout.registration("s");
  private static final ObjectKey TREE = ObjectLayout.uploadTree("t");
  private static final ObjectKey CHUNK = ObjectLayout.chunk("abc-1");
  private static final ObjectKey INPUT = ObjectLayout.input("i");

  /** Each with what it names. */
  private static final List<List<ObjectKey>> NAMED =
      List.of(
          List.of(GRAM, ObjectLayout.gramMatrix(GRAM, "first")),
          List.of(ENCODING, ObjectLayout.encodingArray(ENCODING, "score_full")),
          List.of(TREE, CHUNK),
          List.of(REGISTRATION, TREE),
          List.of(REGISTRATION, INPUT),
          List.of(ObjectLayout.references("s"), INPUT));

  private static final List<ObjectKey> OTHERS =
      List.of(
          ObjectLayout.activations("c").child("0.npy"),
          ObjectLayout.images().child("d"),
          ObjectLayout.graph(new Digest("e".repeat(64))),
          ObjectLayout.handledLetter("l", "replayed"));

  @Test
  void everythingIsCopied(@TempDir Path folder) throws Exception {
    Path from = put(folder.resolve("from"));
    Path to = folder.resolve("to");

    run(from, to, System.getenv("PATH"));

    assertThat(files(to)).containsExactlyElementsOf(files(from));
  }

  @Test
  void whatNamesOthersIsCopiedBeforeThem(@TempDir Path folder) throws Exception {
    Path from = put(folder.resolve("from"));
    Path log = folder.resolve("log");
    Path cp = Files.createDirectories(folder.resolve("bin")).resolve("cp");
    Files.writeString(cp, "#!/bin/sh\necho \"$3\" >> " + log + "\n");
    assertThat(cp.toFile().setExecutable(true)).isTrue();

    run(from, folder.resolve("to"), cp.getParent() + ":" + System.getenv("PATH"));

    List<String> copied = Files.readAllLines(log);
    for (List<ObjectKey> pair : NAMED) {
      assertThat(turn(copied, from, pair.get(0)))
          .as(pair.toString())
          .isLessThan(turn(copied, from, pair.get(1)));
    }
  }

  private static Path put(Path from) throws IOException {
    for (ObjectKey key :
        Stream.concat(NAMED.stream().flatMap(List::stream), OTHERS.stream()).toList()) {
      Path file = from.resolve(key.value());
      Files.createDirectories(file.getParent());
      Files.writeString(file, key.value());
    }
    return from;
  }

  /** When an object's folder is copied. */
  private static int turn(List<String> copied, Path from, ObjectKey key) throws IOException {
    Path file = from.toRealPath().resolve(key.value());
    for (int i = 0; i < copied.size(); i++) {
      if (file.startsWith(copied.get(i))) {
        return i;
      }
    }
    throw new AssertionError(key + " is not copied");
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void run(Path from, Path to, String path) throws InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder("../backup.sh", from.toString(), to.toString())
            .directory(Overlay.ROOT.toFile())
            .inheritIO();
    command.environment().put("PATH", path);
    int code;
    try {
      code = command.start().waitFor();
    } catch (IOException e) {
      code = -1;
    }
    assumeTrue(code >= 0, "no bash here");
    assertThat(code).isZero();
  }
}
