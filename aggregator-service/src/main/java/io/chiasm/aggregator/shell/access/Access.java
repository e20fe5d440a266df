package io.chiasm.aggregator.shell.access;

import io.chiasm.contracts.shell.yaml.PathRule;
import io.chiasm.study.access.AccessMode;
import io.chiasm.study.access.Caller;
import java.util.Optional;

/**
 * Who may do what on this server, as set.
 *
 * @param mode how it knows who asks
 * @param tokens that it knows; empty in other modes
 * @param paths which files of the server a study may name
 */
public record Access(AccessMode mode, Optional<FreshTokens> tokens, PathRule paths) {
  /** Whom a token stands for; empty if it is not known or has expired. */
  public Optional<Caller> find(String token) {
    return tokens.flatMap(known -> known.find(token));
  }
}
