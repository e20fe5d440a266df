package io.chiasm.contracts.tensor;

/**
 * A tensor's {@code .npy} file in an object that may hold others, too.
 *
 * @param file what the file's bytes must be; its key is the object's
 * @param from where in the object it begins
 * @param all bytes of all files of the object
 */
public record TensorPart(TensorRef file, long from, long all) {
  /** Whether the object is this file. */
  public boolean alone() {
    return all == file.bytes();
  }
}
