package io.chiasm.networks.checkpoint;

import java.util.regex.Pattern;

/** Why a name that a pickle asks for is refused, and what to save instead. */
final class RefusedGlobal {
  private static final String SAVE =
      "torch.save(model.state_dict(), 'weights.pth')"; // the one thing that always helps

  private static final Pattern QUANTISED =
      Pattern.compile("torch\\.Q\\w*Storage|torch\\._utils\\._rebuild_qtensor|torch\\.ao\\..*");
  private static final Pattern SPARSE =
      Pattern.compile("torch\\._utils\\._rebuild_(sparse\\w*|nested\\w*)");
  private static final Pattern ELSEWHERE =
      Pattern.compile("torch\\._utils\\._rebuild_(meta|device|wrapper|xla|mlc)\\w*");
  private static final Pattern OTHER_NUMBERS =
      Pattern.compile("torch\\._utils\\._rebuild_tensor_v3|torch(\\.storage)?\\._?UntypedStorage");
  private static final Pattern MODULE =
      Pattern.compile("(torch\\.nn|torchvision|timm|__main__|models?|ultralytics)\\..*");

  private RefusedGlobal() {}

  static BadCheckpointException refusal(String module, String name) {
    String full = shown(module) + "." + shown(name);
    return new BadCheckpointException("asks for Python's '%s', %s".formatted(full, why(full)));
  }

  private static String why(String full) {
    if (QUANTISED.matcher(full).matches()) {
      return "which makes quantised numbers; save the weights of the float model: " + SAVE;
    }
    if (SPARSE.matcher(full).matches()) {
      return "which makes sparse tensors; save dense ones (tensor.to_dense()): " + SAVE;
    }
    if (ELSEWHERE.matcher(full).matches()) {
      return "which makes tensors whose numbers are elsewhere; move the model to the processor"
          + " (model.cpu()) and save its weights: "
          + SAVE;
    }
    if (OTHER_NUMBERS.matcher(full).matches()) {
      return "which makes numbers of a type that is not read, such as float8; save float32: "
          + "torch.save(model.float().state_dict(), 'weights.pth')";
    }
    if (MODULE.matcher(full).matches()) {
      return "so it is a whole pickled module (torch.save(model)), whose code would have to be run;"
          + " open it where it was made and save only its weights: "
          + SAVE;
    }
    return "which is no part of plain weights; save only them: " + SAVE;
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[^\\w.]", "?");
    return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
  }
}
