package io.chiasm.service.shell;

import io.chiasm.contracts.shell.service.ParentWatch;
import io.chiasm.contracts.shell.service.SuddenEnd;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Begins every service. What ends it with its launcher comes first: on a busy machine the rest
 * takes longer than anybody waits for the end of a service whose launcher was killed meanwhile.
 */
@QuarkusMain
public final class ServiceMain {
  private ServiceMain() {}

  public static void main(String... arguments) {
    ParentWatch.start(System.getenv(), SuddenEnd::now);
    Quarkus.run(arguments);
  }
}
