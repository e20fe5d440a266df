package io.chiasm.contracts.store;

import java.io.FilterInputStream;
import java.io.InputStream;

/** An object's bytes, with what the store says of the object that they are of. */
public class ObjectStream extends FilterInputStream {
  private final ObjectStat stat;

  public ObjectStream(InputStream in, ObjectStat stat) {
    super(in);
    this.stat = stat;
  }

  /** Size and digest of the whole object, or of the part of it, whose digest is not known. */
  public final ObjectStat stat() {
    return stat;
  }
}
