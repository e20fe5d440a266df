package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.checkpoint.StateDict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file of weights says that they are an initialisation with recalibrated batch norms, in the
 * notes of a safetensors file.
 *
 * @param seed that the weights were drawn from
 * @param images that the batch norms saw
 */
public record Recalibrated(long seed, int images) {
  private static final String WEIGHTS = "chiasm.weights";
  private static final String SEED = "chiasm.seed";
  private static final String NORMS = "chiasm.batch_norm";
  private static final String UNTRAINED = "untrained";
  private static final Pattern SEEN = Pattern.compile("recalibrated on (\\d{1,9}) images");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

  /**
   * What a file says.
   *
   * @return empty if it says nothing of the kind
   * @throws InputException if it says that its weights are untrained, but not how they were made
   */
  public static Optional<Recalibrated> of(StateDict file) {
    Map<String, String> notes = file.metadata();
    if (!UNTRAINED.equals(notes.get(WEIGHTS))) {
      return Optional.empty();
    }
    String seed = notes.getOrDefault(SEED, "");
    Matcher seen = SEEN.matcher(notes.getOrDefault(NORMS, ""));
    boolean known = NUMBER.matcher(seed).matches() && Long.parseLong(seed) <= BuiltIn.MAX_SEED;
    if (!known || !seen.matches()) {
      throw new InputException(
          file.source()
              + ": says that its weights are untrained, but not with which "
              + SEED
              + " and "
              + NORMS
              + "; make it with 'chiasm networks recalibrate'");
    }
    return Optional.of(new Recalibrated(Long.parseLong(seed), Integer.parseInt(seen.group(1))));
  }

  /** The notes that say so. */
  Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(WEIGHTS, UNTRAINED);
    notes.put(SEED, String.valueOf(seed));
    notes.put(NORMS, "recalibrated on " + images + " images");
    return notes;
  }

  /** In words. */
  String label() {
    return "untrained(" + seed + "), batch norm recalibrated on " + images + " images";
  }
}
