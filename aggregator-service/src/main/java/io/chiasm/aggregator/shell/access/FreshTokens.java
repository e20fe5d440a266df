package io.chiasm.aggregator.shell.access;

import io.chiasm.contracts.access.AccessToken;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.tls.WatchedFiles;
import io.chiasm.contracts.shell.yaml.AccessTokensFile;
import io.chiasm.contracts.store.Digest;
import io.chiasm.study.access.Caller;
import io.chiasm.study.access.Roles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a file, as the file is at each request. If a new file is wrong, the former tokens
 * stay.
 */
public final class FreshTokens {
  private static final Logger LOG = LoggerFactory.getLogger(FreshTokens.class);

  private final Path file;
  private final InstantSource clock;
  private final WatchedFiles watched;
  private List<AccessToken> current;

  /**
   * @throws InputException if the file is wrong or cannot be read
   */
  public FreshTokens(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
    this.watched = new WatchedFiles(List.of(file));
    this.current = read();
  }

  /** Whom a token stands for; empty if it is not known or has expired. */
  public Optional<Caller> find(String token) {
    Digest hash = AccessToken.hash(token);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    AccessToken found = null;
    // To the end, whichever it is.
    for (AccessToken known : current()) {
      if (known.hasHash(hash)) {
        found = known;
      }
    }
    return Optional.ofNullable(found)
        .filter(known -> known.goodOn(today))
        .map(known -> new Caller(known.name(), known.role()));
  }

  private synchronized List<AccessToken> current() {
    if (watched.changed()) {
      try {
        current = read();
        LOG.info("access tokens read again from {}", file);
      } catch (InputException e) {
        LOG.warn("the former access tokens stay in use: {}", e.getMessage());
      }
    }
    return current;
  }

  private List<AccessToken> read() {
    try {
      return AccessTokensFile.read(file, Roles.ALL);
    } catch (InputException e) {
      throw new InputException("CHIASM_ACCESS_TOKENS: " + e.getMessage(), e);
    }
  }
}
