package io.chiasm.study.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.VertexSpec;
import io.chiasm.contracts.study.Weights;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Material of made studies, without any object behind it. */
public final class MadeMaterial {
  public static final String ID = "made-00000000";
  public static final InputRecipe INPUT =
      new InputRecipe(Preprocessing.WHOLE_IMAGE, 224, 224, Normalisation.IMAGENET);

  private static final Map<String, String> LAYERS = new LinkedHashMap<>();

  static {
    LAYERS.put("early", "stage3");
    LAYERS.put("late", "stage9");
  }

  private MadeMaterial() {}

  /** Two participants who saw the same 70 stimuli, and one who saw 40 of them; two networks. */
  public static Material material() {
    return new Material(
        List.of(network("trained", null), network("untrained-0", 0L)),
        List.of(
            participant("subj01", stimuli(0, 70)),
            participant("subj02", stimuli(0, 70)),
            participant("subj03", stimuli(20, 60))));
  }

  public static Material.Network network(String name, @Nullable Long seed) {
    return network(name, reference(seed), INPUT);
  }

  public static Material.Network network(String name, NetworkRef network, InputRecipe input) {
    return new Material.Network(name, network, input, LAYERS);
  }

  public static NetworkRef reference(@Nullable Long seed) {
    Digest sha = sha("graph");
    return new NetworkRef(ObjectLayout.graph(sha), sha, seed);
  }

  public static Material.Participant participant(String name, List<StimulusRef> stimuli) {
    Map<Hemisphere, TensorRef> responses = new LinkedHashMap<>();
    for (Hemisphere hemisphere : Hemisphere.values()) {
      responses.put(hemisphere, tensor(name + hemisphere, stimuli.size(), 19));
    }
    return new Material.Participant(
        new ParticipantId(name), stimuli, tensor("folds" + stimuli, stimuli.size()), responses);
  }

  public static List<StimulusRef> stimuli(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> stimulus(i, "photograph " + i)).toList();
  }

  public static StimulusRef stimulus(int number, String content) {
    return new StimulusRef(new StimulusId(number), ObjectLayout.image(sha(content)), sha(content));
  }

  public static TensorRef tensor(String content, long... shape) {
    Digest sha = sha(content);
    return new TensorRef(
        "made", ObjectLayout.input(sha.value()), Shape.of(shape), ElementType.FLOAT32, 128, sha);
  }

  public static Digest sha(String content) {
    return ContentHash.of("made", 1).field("content", content).full();
  }

  public static Study study() {
    return study(SplitSpec.DEFAULT, EncodingSpec.DEFAULT);
  }

  public static Study study(SplitSpec split, EncodingSpec encoding) {
    return study(split, encoding, null);
  }

  static Study study(SplitSpec split, EncodingSpec encoding, @Nullable VertexSpec vertex) {
    NetworkSpec network =
        network("trained", new NetworkSource.Onnx(Path.of("/network.onnx")), new Weights.Trained());
    return study(List.of(network), split, encoding, vertex);
  }

  /** Published weights of a built-in architecture, and drawn ones. */
  public static Study studyOfBuiltIns() {
    NetworkSource published = new NetworkSource.BuiltIn("efficientnet_b0", "IMAGENET1K_V1");
    NetworkSource drawn = new NetworkSource.BuiltIn("efficientnet_b0", "");
    return study(
        List.of(
            network("trained", published, new Weights.Trained()),
            network("untrained-0", drawn, new Weights.Untrained(0))),
        SplitSpec.DEFAULT,
        EncodingSpec.DEFAULT,
        null);
  }

  private static NetworkSpec network(String name, NetworkSource source, Weights weights) {
    return new NetworkSpec(name, source, weights, null, null, LAYERS);
  }

  private static Study study(
      List<NetworkSpec> networks,
      SplitSpec split,
      EncodingSpec encoding,
      @Nullable VertexSpec vertex) {
    return new Study(
        "made",
        new DatasetSpec("/data", List.of(), StimulusSelection.ALL, ""),
        networks,
        Preprocessing.WHOLE_IMAGE,
        split,
        encoding,
        ValidationSpec.DEFAULT,
        null,
        null,
        vertex);
  }

  public static Plan plan() {
    return Planner.plan(ID, study(), material());
  }
}
