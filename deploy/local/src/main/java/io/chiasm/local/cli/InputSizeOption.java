package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.graph.ImageSize;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --input-size}. */
final class InputSizeOption {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(?:[x×]([0-9]{1,5}))?");

  @Option(
      names = "--input-size",
      paramLabel = "HEIGHTxWIDTH",
      description =
          "size of the network's input in pixels, height first (224x192, or 224 for a square), for"
              + " ONNX files that leave it open")
  private @Nullable String size;

  /**
   * The network for images of the size that was given, if one was.
   *
   * @throws InputException if it is none, or the network fixes another
   */
  OnnxGraph applied(OnnxGraph network) {
    return size == null ? network : network.withInputSize(parsed(size));
  }

  private static ImageSize parsed(String text) {
    Matcher sides = FORM.matcher(text);
    if (!sides.matches()) {
      throw wrong(text);
    }
    int height = Integer.parseInt(sides.group(1));
    int width = sides.group(2) == null ? height : Integer.parseInt(sides.group(2));
    if (Math.min(height, width) < 1 || Math.max(height, width) > ImageSize.MAX) {
      throw wrong(text);
    }
    return new ImageSize(height, width);
  }

  private static InputException wrong(String text) {
    return new InputException(
        "--input-size "
            + text
            + ": needed are pixels from 1 to "
            + ImageSize.MAX
            + ", such as 224, or HEIGHTxWIDTH such as 224x192");
  }
}
