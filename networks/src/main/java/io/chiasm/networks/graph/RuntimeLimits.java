package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what ONNX Runtime 1.29 does not run: file formats and operator versions that are newer
 * than it, and operators of domains that it does not have. A test holds these numbers against the
 * runtime itself.
 */
final class RuntimeLimits {
  /** Newest version of the file format. */
  static final long NEWEST_IR = 13;

  /** Newest version of the standard operators. */
  static final long NEWEST_OPSET = 26;

  /** Newest version of every other domain whose operators the runtime has. */
  static final Map<String, Long> NEWEST_OF_DOMAIN = Map.of("ai.onnx.ml", 5L, "com.microsoft", 1L);

  /** Before it, elementwise operators had another broadcasting rule. */
  static final long OLDEST_OPSET = 7;

  private final ModelProto model;
  private final Map<String, Long> imported = new HashMap<>();
  private final Set<String> own = new HashSet<>();

  private RuntimeLimits(ModelProto model) {
    this.model = model;
    model.getOpsetImportList().forEach(o -> imported.putIfAbsent(domain(o), o.getVersion()));
    model.getFunctionsList().stream().map(FunctionProto::getDomain).forEach(own::add);
  }

  static void check(ModelProto model) {
    RuntimeLimits limits = new RuntimeLimits(model);
    limits.checkFormat();
    limits.checkStandard();
    limits.checkDomains();
    model.getGraph().getNodeList().forEach(limits::check);
  }

  private void checkFormat() {
    if (model.getIrVersion() > NEWEST_IR) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "is in version %d of the ONNX format (IR version); versions up to %d can be run; save"
                  + " it in one of these",
              model.getIrVersion(),
              NEWEST_IR));
    }
  }

  private void checkStandard() {
    Long opset = imported.get("");
    if (opset == null) {
      throw new BadGraphException("does not say which version of operators it uses");
    }
    if (opset < OLDEST_OPSET) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "uses operators of version %d; export it with opset %d or newer",
              opset,
              OLDEST_OPSET));
    }
    if (opset > NEWEST_OPSET) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "uses operators of version %d; up to %d can be run; export it with opset %d or older",
              opset,
              NEWEST_OPSET,
              NEWEST_OPSET));
    }
  }

  private void checkDomains() {
    NEWEST_OF_DOMAIN.forEach(
        (domain, newest) -> {
          if (imported.getOrDefault(domain, 0L) > newest) {
            throw new BadGraphException(
                String.format(
                    Locale.ROOT,
                    "uses operators of '%s' in version %d; up to %d can be run",
                    domain,
                    imported.get(domain),
                    newest));
          }
        });
  }

  private void check(NodeProto node) {
    String domain = node.getDomain();
    if (Node.isStandard(domain) || own.contains(domain)) {
      return;
    }
    if (!NEWEST_OF_DOMAIN.containsKey(domain)) {
      throw new BadGraphException(
          "%s is of the domain '%s', whose operators cannot be run; possible are standard operators and those of %s"
              .formatted(
                  new Node(node).description(),
                  domain,
                  String.join(", ", new java.util.TreeSet<>(NEWEST_OF_DOMAIN.keySet()))));
    }
    if (!imported.containsKey(domain)) {
      throw new BadGraphException(
          "%s is of the domain '%s', whose version the file does not say"
              .formatted(new Node(node).description(), domain));
    }
  }

  private static String domain(OperatorSetIdProto opset) {
    return Node.isStandard(opset.getDomain()) ? "" : opset.getDomain();
  }
}
