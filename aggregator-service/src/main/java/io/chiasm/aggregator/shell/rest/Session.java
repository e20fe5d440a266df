package io.chiasm.aggregator.shell.rest;

import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.AccessMode;
import io.chiasm.study.access.Caller;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param mode how callers are known
 * @param name of this one; null if nobody is signed in
 * @param role that they have; null if none
 */
record Session(String mode, @Nullable String name, @Nullable String role) {
  static String json(AccessMode mode, Caller caller) {
    Session session = new Session(mode.label(), caller.name(), caller.role());
    return new String(Json.write(session), StandardCharsets.UTF_8);
  }
}
