package io.chiasm.local.cli;

import io.chiasm.contracts.access.AccessToken;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.study.access.Roles;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm token NAME --role ROLE}. */
@Command(
    name = "token",
    description = "Makes a token for a person or program, and its line for a server's tokens file.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class TokenCommand implements Callable<Integer> {
  private static final int BYTES = 32;

  @Parameters(paramLabel = "NAME", description = "who will hold it")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      completionCandidates = Names.class,
      description = "what the holder may do: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String role;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "last day (UTC) on which it is good, such as 2027-01-01 (default: no last day)")
  private @Nullable LocalDate expires;

  @Override
  public Integer call() {
    if (!AccessToken.isName(name)) {
      throw new InputException(
          "found the name '"
              + name
              + "'; possible: 1 to 64 letters, digits, '.', '_', '@' or '-', first a letter or"
              + " digit");
    }
    if (!Roles.ALL.contains(role)) {
      throw new InputException("--role " + role + ": possible are " + String.join(", ", Roles.ALL));
    }
    String token = random();
    System.out.println("The token, shown only now; its holder sets CHIASM_TOKEN to it:");
    System.out.println(token);
    System.out.println();
    System.out.println("The line for the server's file (CHIASM_ACCESS_TOKENS):");
    System.out.println(line(new AccessToken(name, role, AccessToken.hash(token), expires)));
    return ExitCode.OK;
  }

  static String line(AccessToken token) {
    String last = token.expires() == null ? "" : ", expires: " + token.expires();
    // In quotes: names such as 2026 or no are other things than text elsewhere.
    return "- {name: \""
        + token.name()
        + "\", role: "
        + token.role()
        + ", sha256: \""
        + token.sha256()
        + "\""
        + last
        + "}";
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return "chiasm_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Names of the roles. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Roles.ALL.iterator();
    }
  }
}
