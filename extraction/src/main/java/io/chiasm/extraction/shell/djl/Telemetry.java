package io.chiasm.extraction.shell.djl;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import io.chiasm.contracts.failure.InputException;

/**
 * Keeps ONNX Runtime from telling its makers about this machine and the networks it runs.
 *
 * <p>From 1.29 on its builds for Linux and macOS send such events to
 * mobile.events.data.microsoft.com and keep an identifier of the machine in the user's home folder.
 * Its own switch in Java comes too late: the first events are written when the library starts. An
 * environment variable is heeded, and is therefore set from within where whoever started the
 * process did not set it.
 */
final class Telemetry {
  static final String SWITCH = "ORT_DISABLE_TELEMETRY";
  private static final String OFF = "1";

  private Telemetry() {}

  /**
   * To be called before the library is loaded.
   *
   * @throws InputException if the process's environment cannot be changed
   */
  static void preventBeforeStart() {
    // On Windows nothing is sent by the library itself.
    if (Platform.isWindows() || OFF.equals(System.getenv(SWITCH))) {
      return;
    }
    try {
      setInProcess();
    } catch (LinkageError e) {
      throw new InputException(
          "cannot turn off what ONNX Runtime would send over the network: start this process with "
              + SWITCH
              + "=1 in its environment",
          e);
    }
  }

  /** Java shows its environment, but does not let it be changed. */
  private static void setInProcess() {
    Object[] arguments = {SWITCH, OFF, 1};
    int failed =
        NativeLibrary.getInstance(Platform.C_LIBRARY_NAME)
            .getFunction("setenv")
            .invokeInt(arguments);
    if (failed != 0) {
      throw new IllegalStateException("setenv returned " + failed);
    }
  }

  /** Turns off what is left: on Windows, events for whoever records them there. */
  static void disableAfterStart() {
    try {
      OrtEnvironment.getEnvironment().setTelemetry(false);
    } catch (OrtException e) {
      throw new IllegalStateException("telemetry of ONNX Runtime cannot be turned off", e);
    }
  }
}
