package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;

/** A {@code .npy} file that holds one Python object, such as a dict, as {@code numpy.save} does. */
public final class NpyObject {
  private NpyObject() {}

  /**
   * The object's pickle, which nothing here unpickles.
   *
   * @param source name of the file, for messages
   * @param limits of the header and of the pickle
   * @throws InputException if this is no {@code .npy} of a single object, or is over the limits
   * @throws IOException if the stream fails
   */
  public static byte[] pickle(InputStream in, String source, NpyLimits limits) throws IOException {
    NpyDict.Said said = NpyPrefix.read(in, source, limits).said();
    if (!said.descr().equals("|O") || said.shape().rank() != 0) {
      throw new InputException(
          source
              + ": is an array of type "
              + said.descr()
              + " and shape "
              + said.shape()
              + ", not a single Python object");
    }
    int most = (int) Math.min(limits.dataBytes(), Integer.MAX_VALUE - 8);
    byte[] pickle = in.readNBytes(most);
    if (in.read() >= 0) {
      throw new InputException(source + ": has a pickle of more than " + most + " bytes");
    }
    return pickle;
  }
}
