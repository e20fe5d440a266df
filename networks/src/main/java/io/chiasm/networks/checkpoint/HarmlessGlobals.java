package io.chiasm.networks.checkpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of what training scripts save beside weights: settings, figures, dates, states of random
 * generators. A pickle may ask for these; nothing is ever made of them.
 */
final class HarmlessGlobals {
  /** Dicts under another name, which may hold weights. */
  private static final Set<String> DICTS =
      Set.of(
          "collections.OrderedDict",
          "collections.defaultdict",
          "builtins.dict",
          "__builtin__.dict",
          "easydict.EasyDict",
          "addict.addict.Dict",
          "addict.Dict",
          "munch.Munch",
          "munch.DefaultMunch",
          "box.box.Box",
          "yacs.config.CfgNode",
          "fvcore.common.config.CfgNode",
          "detectron2.config.config.CfgNode",
          "mmcv.utils.config.ConfigDict",
          "mmengine.config.config.ConfigDict",
          "ml_collections.config_dict.config_dict.ConfigDict",
          "ml_collections.config_dict.config_dict.FrozenConfigDict",
          "transformers.utils.generic.ModelOutput",
          "pytorch_lightning.utilities.parsing.AttributeDict",
          "lightning.pytorch.utilities.parsing.AttributeDict",
          "lightning.fabric.utilities.data.AttributeDict",
          "lightning_fabric.utilities.data.AttributeDict");

  private static final Set<String> OPAQUE = new HashSet<>();

  static {
    for (String builtins : List.of("builtins", "__builtin__")) {
      add(builtins, "int float complex bool str bytes bytearray list tuple set frozenset slice");
      add(builtins, "range object unicode long xrange");
    }
    add("argparse", "Namespace");
    add("types", "SimpleNamespace");
    add("collections", "Counter deque");
    add("copyreg", "_reconstructor");
    add("copy_reg", "_reconstructor");
    add("_codecs", "encode");
    add("functools", "partial");
    add("datetime", "datetime date time timedelta timezone");
    add("decimal", "Decimal");
    add("fractions", "Fraction");
    add("uuid", "UUID");
    for (String paths : List.of("pathlib", "pathlib._local")) {
      add(paths, "Path PosixPath WindowsPath PurePath PurePosixPath PureWindowsPath");
    }
    numpy();
    torch();
    settings();
  }

  private HarmlessGlobals() {}

  private static void numpy() {
    add("numpy", "ndarray dtype matrix generic number bool_ bool8 bool str_ bytes_ void object_");
    add("numpy", "int8 int16 int32 int64 intc int_ uint8 uint16 uint32 uint64 longlong ulonglong");
    add("numpy", "float16 float32 float64 float_ longdouble complex64 complex128 datetime64");
    add("numpy", "timedelta64 RandomState");
    for (String core : List.of("numpy.core", "numpy._core")) {
      add(core + ".multiarray", "scalar _reconstruct");
      add(core + ".numeric", "_frombuffer");
    }
    add("numpy.dtypes", "Float16DType Float32DType Float64DType Int8DType Int16DType Int32DType");
    add("numpy.dtypes", "Int64DType UInt8DType UInt16DType UInt32DType UInt64DType BoolDType");
    add("numpy.dtypes", "StrDType BytesDType ObjectDType DateTime64DType TimeDelta64DType");
    add("numpy.ma.core", "_mareconstruct MaskedArray");
    add("numpy.random._pickle", "__randomstate_ctor __generator_ctor __bit_generator_ctor");
    add("numpy.random", "__RandomState_ctor __randomstate_ctor");
    add("numpy.random._mt19937", "MT19937");
    add("numpy.random._pcg64", "PCG64 PCG64DXSM");
    add("numpy.random._philox", "Philox");
    add("numpy.random._sfc64", "SFC64");
    add("numpy.random.bit_generator", "SeedSequence");
  }

  private static void torch() {
    add("torch", "device dtype memory_format layout Tensor");
    add("torch", "float16 float32 float64 half float double bfloat16 bool complex64 complex128");
    add("torch", "int8 int16 int32 int64 uint8 short int long");
    add("torch", "strided contiguous_format channels_last preserve_format");
    add("torch._tensor", "Tensor");
    add("torch.nn.parameter", "Parameter Buffer");
    add("torch.serialization", "_get_layout");
    add("torch.torch_version", "TorchVersion");
    add("torch.optim.sgd", "SGD");
    add("torch.optim.adam", "Adam");
    add("torch.optim.adamw", "AdamW");
    add("torch.optim.adagrad", "Adagrad");
    add("torch.optim.rmsprop", "RMSprop");
    add("torch.optim.lr_scheduler", "LambdaLR StepLR MultiStepLR ExponentialLR CosineAnnealingLR");
    add("torch.optim.lr_scheduler", "ReduceLROnPlateau CyclicLR OneCycleLR SequentialLR LinearLR");
    add("torch.optim.lr_scheduler", "CosineAnnealingWarmRestarts PolynomialLR ConstantLR");
    for (String scaler : List.of("torch.cuda.amp.grad_scaler", "torch.amp.grad_scaler")) {
      add(scaler, "GradScaler OptState _refresh_per_optimizer_state");
    }
  }

  /** Libraries of settings, and the callbacks that Lightning uses as keys. */
  private static void settings() {
    add("typing", "Any Union Optional Dict List Tuple");
    add("omegaconf.dictconfig", "DictConfig");
    add("omegaconf.listconfig", "ListConfig");
    add("omegaconf.base", "ContainerMetadata Metadata SCMode");
    add("omegaconf.nodes", "AnyNode StringNode IntegerNode FloatNode BooleanNode EnumNode");
    add("omegaconf.nodes", "BytesNode PathNode ValueNode InterpolationResultNode");
    for (String lightning : List.of("pytorch_lightning", "lightning.pytorch")) {
      add(lightning + ".callbacks.model_checkpoint", "ModelCheckpoint");
      add(lightning + ".callbacks.early_stopping", "EarlyStopping");
    }
  }

  private static void add(String module, String names) {
    for (String name : names.split(" ")) {
      OPAQUE.add(module + "." + name);
    }
  }

  /** Whether a name makes a dict. */
  static boolean isDict(String name) {
    return DICTS.contains(name);
  }

  /** Whether a name makes something that is passed over unread. */
  static boolean isOpaque(String name) {
    return OPAQUE.contains(name);
  }
}
