package io.chiasm.local.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom a process and all that it starts try to reach, successfully or not, as strace sees it. */
public final class Connections {
  private static final List<String> STRACE =
      List.of(
          "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,sendmmsg");

  /** An address of the internet in a traced call, and its port. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "sa_family=AF_INET6?,.*?sin6?_port=htons\\((\\d+)\\)"
              + ".*?(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]+)\"");

  private static final Pattern THIS_MACHINE = Pattern.compile("(::ffff:)?127\\..*|::1");

  /** Asking for a name is a word to others, too, even through a resolver on this machine. */
  private static final String NAMES = "53";

  private Connections() {}

  /** Whether strace is here and may look at processes. */
  public static boolean visible() throws IOException, InterruptedException {
    if (Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, STRACE.get(0))))) {
      return false;
    }
    List<String> trial = Stream.concat(STRACE.stream(), Stream.of("true")).toList();
    return new ProcessBuilder(trial)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** What to put before a command line, so that its calls are noted in {@code log}. */
  public static List<String> notedIn(Path log) {
    return Stream.concat(STRACE.stream(), Stream.of("-o", log.toString())).toList();
  }

  /** The noted calls that leave this machine, or ask for a name. */
  public static List<String> outwards(Stream<String> noted) {
    return noted.filter(Connections::leaves).toList();
  }

  private static boolean leaves(String call) {
    Matcher address = ADDRESS.matcher(call);
    return address.find()
        && (address.group(1).equals(NAMES) || !THIS_MACHINE.matcher(address.group(2)).matches());
  }
}
