package io.chiasm.images.cli;

import io.chiasm.images.ImageException;
import io.chiasm.images.advisory.AdvisoryDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the known vulnerabilities of what bills of materials list. */
@Command(name = "deploy/dependencies.sh", mixinStandardHelpOptions = true)
public final class AdvisoryCommand implements Callable<Integer> {
  private static final int FOUND = 1;
  private static final int NOT_ASKED = 2;

  @Spec private CommandSpec spec;

  @Option(names = "--database", required = true)
  private Path database;

  @Parameters(paramLabel = "BILL", arity = "1..*")
  private List<Path> bills;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  private AdvisoryCommand() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs a command line: 0 if nothing is known, 1 if something is, 2 if it could not be asked. */
  static int execute(String... line) {
    return new CommandLine(new AdvisoryCommand())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof ImageException || e instanceof IOException) {
                command.getErr().println("chiasm: " + e.getMessage());
                return NOT_ASKED;
              }
              throw e;
            })
        .execute(line);
  }

  @Override
  public Integer call() throws IOException {
    int jars = 0;
    for (Path bill : bills) {
      Map<String, Set<String>> found = new AdvisoryDatabase(database).concerning(bill);
      found.forEach((jar, advisories) -> advisories.forEach(a -> tell(jar + "  " + a)));
      jars += found.size();
    }
    tell(jars == 0 ? "no known vulnerability" : jars + " jars with known vulnerabilities");
    return jars == 0 ? 0 : FOUND;
  }

  private void tell(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
