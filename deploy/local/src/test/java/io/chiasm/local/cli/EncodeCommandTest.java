package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodeCommandTest {
  private static final int STIMULI = 30;

  private final Path folder;

  EncodeCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    double[] noise = new Random(1).doubles(STIMULI * 8L).toArray();
    write("L.npy", i -> noise[i], STIMULI, 4);
    write("R.npy", i -> noise[STIMULI * 4 + i], STIMULI, 4);
    write("Y.npy", i -> (float) noise[2 * i], STIMULI, 2);
    write("far.npy", i -> 1e9 + (float) noise[2 * i], STIMULI, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "--kfold=1; k-fold needs at least 2 folds, got 1",
        "--kfold=x; '--kfold': 'x' is not an int",
        "--kfold=29; validation: each of 29 folds",
        "--seed=-1; seed -1 is not in 0",
        "--memory=0; --memory 0: a size such as 512M",
        "--memory=-1; '-1' is no size such as 512M or 3G",
        "--alphas=1,x; 'x' is not a double",
        "--alphas=NaN; alphas must be positive, finite and ascending",
        "--alphas=0; alphas must be positive, finite and ascending",
        "--alphas=Infinity; alphas must be positive, finite and ascending",
        "--gammas=2; gammas must ascend within 0 to 1",
        "--scaling=x; --scaling x: possible are",
        "--regression=x; --regression x: possible are",
        "--folds=half.npy; half.npy: 0.5 at row 1 is no fold",
        "--midline=nowhere.npy; nowhere.npy: no such file",
        "--nothing; Unknown option: '--nothing'"
      })
  void aMistakeIsOneSentenceAndWritesNothing(String option, String words) throws IOException {
    write("half.npy", i -> i / 2.0, STIMULI);
    String said = encode(2, "Y.npy", option.replace("=half", "=" + folder.resolve("half")));
    assertThat(said).contains(words).doesNotContain("\tat ");
    // Mistakes of the command line itself say where help is in a second line.
    assertThat(said.lines().count()).isLessThanOrEqualTo(2);
    if (Files.exists(folder.resolve("out"))) {
      assertThat(folder.resolve("out")).isEmptyDirectory();
    }
  }

  @Test
  void foldsMayBeWholeNumbersOfAnyType() throws IOException {
    write("folds.npy", i -> i % 5 - 1, STIMULI);
    encode(0, "Y.npy", "--folds=" + folder.resolve("folds.npy"));
    try (NpyFile used = NpyFile.open(folder.resolve("out/folds.npy"))) {
      assertThat(used.longs().values()).startsWith(-1, 0, 1, 2, 3, -1);
    }
  }

  @Test
  void responsesFarFromZeroScoreAsTheyWouldNearIt() throws IOException {
    encode(0, "Y.npy", "--kfold=3");
    float[] near = scores();
    encode(0, "far.npy", "--kfold=3");
    float[] far = scores();
    assertThat(near).doesNotContain(Float.NaN);
    assertThat(far).containsExactly(near, org.assertj.core.data.Offset.offset(1e-5f));
  }

  @Test
  void arraysOfAnEarlierRunGo() throws IOException {
    encode(0, "Y.npy", "--kfold=3");
    assertThat(folder.resolve("out/score_banded.npy")).exists();
    encode(0, "Y.npy", "--kfold=3", "--no-banded");
    assertThat(folder.resolve("out/score_banded.npy")).doesNotExist();
    assertThat(folder.resolve("out/score_full.npy")).exists();
  }

  @Test
  void anOutputThatIsAFileIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("out"));
    assertThat(encode(2, "Y.npy")).startsWith("chiasm: cannot write to " + file + ": ");
  }

  private float[] scores() throws IOException {
    try (NpyFile file = NpyFile.open(folder.resolve("out/score_full.npy"))) {
      return file.floats().values();
    }
  }

  /** What is said to standard error. */
  private String encode(int code, String responses, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "encode",
                "--left=" + folder.resolve("L.npy"),
                "--right=" + folder.resolve("R.npy"),
                "--responses=" + folder.resolve(responses),
                "--hemisphere=lh",
                "--output=" + folder.resolve("out")));
    arguments.addAll(List.of(more));
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      assertThat(Chiasm.execute(arguments.toArray(new String[0]))).isEqualTo(code);
    } finally {
      System.setErr(before);
    }
    return errors.toString(StandardCharsets.UTF_8).strip();
  }

  private void write(String name, IntToDoubleFunction values, long... shape) throws IOException {
    DoubleTensor tensor = DoubleTensor.zeros(shape);
    java.util.Arrays.setAll(tensor.values(), values);
    assertThat(tensor.shape()).isEqualTo(Shape.of(shape));
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      NpyWriter.write(out, tensor);
    }
  }
}
