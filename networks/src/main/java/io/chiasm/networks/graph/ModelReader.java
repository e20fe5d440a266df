package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads ONNX bytes from anywhere, with limits. */
public final class ModelReader {
  /** Java arrays end at 2 GiB; ConvNeXt-Large, among the largest classifiers, takes 0.8 GB. */
  static final long MAX_BYTES = 1_900_000_000L;

  /** Messages within messages; a graph within a graph costs three. */
  private static final int MAX_NESTING = 40;

  private ModelReader() {}

  /**
   * Reads a file, and numbers that it keeps in files beside it. The digest of such a network is
   * that of the model with all numbers in it.
   *
   * @throws InputException if it cannot be read, is too large or is no valid ONNX model
   */
  public static OnnxFile read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InputException(file + ": no such file; an ONNX file is needed");
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InputException(
            file + ": " + size + " bytes are more than the " + MAX_BYTES + " that can be read");
      }
      return read(Files.readAllBytes(file), file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The files beside a model that it keeps numbers in, relative to its folder, each once.
   *
   * @throws InputException as {@link #read(Path)}
   */
  public static List<String> filesBeside(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InputException(
            file + ": " + size + " bytes are more than the " + MAX_BYTES + " that can be read");
      }
      ModelProto model = parse(Files.readAllBytes(file), file.toString());
      Set<String> locations = new LinkedHashSet<>();
      DataFolder folder = new DataFolder(file);
      for (DataPlace place : ExternalData.places(model)) {
        if (!locations.contains(place.location())) {
          folder.file(place);
          locations.add(place.location());
        }
      }
      return List.copyOf(locations);
    } catch (BadGraphException e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static OnnxFile read(byte[] bytes, Path file) throws IOException {
    String source = file.toString();
    ModelProto model = parse(bytes, source);
    if (!ExternalData.isUsedBy(model)) {
      return OnnxFile.of(model, source, Sha256.of(bytes));
    }
    try {
      return of(ExternalData.embedded(model, new DataFolder(file), bytes.length), source);
    } catch (BadGraphException e) {
      throw new InputException(source + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads bytes. They are shared, not copied, since weights are large, and must not change.
   *
   * @param source where they came from, for messages
   * @throws InputException if they are no valid ONNX model
   */
  public static OnnxFile read(byte[] bytes, String source) {
    return OnnxFile.of(parse(bytes, source), source, Sha256.of(bytes));
  }

  private static ModelProto parse(byte[] bytes, String source) {
    if (bytes.length == 0) {
      throw new InputException(source + ": is empty; an ONNX model is needed");
    }
    CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
    in.setRecursionLimit(MAX_NESTING);
    in.enableAliasing(true);
    try {
      return ModelProto.parseFrom(in);
    } catch (IOException e) {
      throw new InputException(
          source + ": is not an ONNX model or is cut short (" + e.getMessage() + ")", e);
    }
  }

  /** A model that was made here, as if it were read from its own bytes. */
  public static OnnxFile of(ModelProto model, String source) {
    return OnnxFile.made(model, source, Sha256.written(model::writeTo));
  }
}
