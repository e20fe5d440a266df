package io.chiasm.extraction.shell.djl;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.chiasm.contracts.failure.InputException;

/** Makes the options of a network's session; a device that cannot be used is never replaced. */
final class SessionSettings {
  private static final int FIRST_GPU = 0;

  private SessionSettings() {}

  /**
   * Options for a device, to be closed after the session was made.
   *
   * @throws InputException if the device cannot be used; the message says what is missing
   */
  static SessionOptions of(ComputeDevice device) {
    EngineStart.ensure();
    SessionOptions options = quiet(new SessionOptions());
    if (device == ComputeDevice.CUDA) {
      try {
        addCuda(options);
      } catch (RuntimeException e) {
        options.close();
        throw e;
      }
    }
    return options;
  }

  /**
   * What goes wrong comes as an exception; the runtime's own log goes to the terminal, coloured.
   */
  private static SessionOptions quiet(SessionOptions options) {
    try {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return options;
    } catch (OrtException e) {
      options.close();
      throw new IllegalStateException(e);
    }
  }

  private static void addCuda(SessionOptions options) {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new InputException(
          "chiasm.extractor.device is cuda, but this build's ONNX Runtime has the processor only;"
              + " build with the Maven profile 'cuda' (-Pcuda), or set chiasm.extractor.device to"
              + " cpu");
    }
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(FIRST_GPU)) {
      // The default rounds factors to 10 bits, far from torch's float32.
      cuda.add("use_tf32", "0");
      options.addCUDA(cuda);
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw new InputException(
          "chiasm.extractor.device is cuda, but the GPU cannot be used ("
              + Words.of(e)
              + "); the NVIDIA driver, CUDA and cuDNN must be installed, or set"
              + " chiasm.extractor.device to cpu",
          e);
    }
  }
}
