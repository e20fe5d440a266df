package io.chiasm.extraction.shell.djl;

/** What networks run on. */
public enum ComputeDevice {
  /** The processor. */
  CPU,
  /** The first NVIDIA GPU, in a build with the Maven profile {@code cuda}. */
  CUDA
}
