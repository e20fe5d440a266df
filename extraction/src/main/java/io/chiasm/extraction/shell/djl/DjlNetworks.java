package io.chiasm.extraction.shell.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.extraction.extract.FixedBatchRunner;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkOpener;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.extract.OneAtATime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * Opens networks in ONNX Runtime, from memory, without any download. A run of a network on the
 * processor uses the thread that calls it and no other: several runs side by side use the
 * processors better than one run spread over them, and the values do not depend on their number.
 */
public final class DjlNetworks implements NetworkOpener {
  private static final String CALLING_THREAD_ONLY = "1";

  private final ComputeDevice device;

  /** On the processor. */
  public DjlNetworks() {
    this(ComputeDevice.CPU);
  }

  public DjlNetworks(ComputeDevice device) {
    this.device = device;
  }

  /**
   * Tries the device out.
   *
   * @return this
   * @throws InputException if it cannot be used; the message says what is missing
   */
  public DjlNetworks checked() {
    SessionSettings.of(device).close();
    return this;
  }

  /** A runner that takes batches of any size, also where the file was exported for one only. */
  @Override
  public NetworkRunner open(LoadedNetwork network) {
    NetworkSession session = openSession(network);
    int fixed = session.fixedBatch();
    NetworkRunner any = fixed > 0 ? new FixedBatchRunner(session, fixed) : session;
    return device == ComputeDevice.CUDA ? new OneAtATime(any) : any;
  }

  private NetworkSession openSession(LoadedNetwork network) {
    EngineStart.ensure();
    Model model = Model.newInstance(network.name(), Device.cpu(), EngineStart.ENGINE);
    try {
      load(model, network);
      return new NetworkSession(model, network);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private void load(Model model, LoadedNetwork network) {
    try (SessionOptions settings = SessionSettings.of(device)) {
      Map<String, Object> options =
          Map.of(
              "sessionOptions",
              settings,
              "intraOpNumThreads",
              CALLING_THREAD_ONLY,
              "interOpNumThreads",
              CALLING_THREAD_ONLY);
      model.load(new ByteArrayInputStream(network.graph()), options);
      // DJL makes an empty folder for every model that it loads from memory.
      Files.deleteIfExists(model.getModelPath());
    } catch (MalformedModelException e) {
      throw new InputException(
          "ONNX Runtime refuses the network " + network.name() + ": " + Words.of(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
