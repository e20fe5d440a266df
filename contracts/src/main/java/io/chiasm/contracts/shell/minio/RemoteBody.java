package io.chiasm.contracts.shell.minio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An object's bytes as they arrive; a connection that breaks is a failure of the store. */
final class RemoteBody extends FilterInputStream {
  private final StoreFailures failures;
  private final String doing;

  RemoteBody(InputStream in, StoreFailures failures, String doing) {
    super(in);
    this.failures = failures;
    this.doing = doing;
  }

  @Override
  public int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw failures.unreachable(e, doing);
    }
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    try {
      return in.read(to, offset, length);
    } catch (IOException e) {
      throw failures.unreachable(e, doing);
    }
  }

  @Override
  public long skip(long count) {
    try {
      return in.skip(count);
    } catch (IOException e) {
      throw failures.unreachable(e, doing);
    }
  }
}
