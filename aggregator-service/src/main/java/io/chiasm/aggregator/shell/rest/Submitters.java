package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Access;
import io.chiasm.aggregator.shell.access.Identities;
import io.chiasm.aggregator.shell.study.Submitter;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Who submits with the request at hand. */
@Singleton
class Submitters {
  private final Access access;
  private final SecurityIdentity identity;

  Submitters(Access access, SecurityIdentity identity) {
    this.access = access;
    this.identity = identity;
  }

  Submitter caller() {
    String name = access.mode().asks() ? Identities.caller(identity).name() : null;
    return new Submitter(name, access.paths());
  }
}
