package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Access;
import io.chiasm.contracts.shell.yaml.PathRule;
import io.chiasm.study.access.AccessMode;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/** Access as tests set it. */
final class AccessBench {
  private AccessBench() {}

  /** Submitters of a server that asks nobody who they are. */
  static Submitters asksNobody() {
    return new Submitters(
        new Access(AccessMode.OFF, Optional.empty(), PathRule.ANY),
        QuarkusSecurityIdentity.builder().setAnonymous(true).build());
  }
}
