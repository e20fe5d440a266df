package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerCommandTest {
  private static final String[] SMALL = {
    "--stimuli=60",
    "--vertices=2",
    "--dimensions=4",
    "--kfold=3",
    "--studies=200",
    "--progress=none"
  };

  private final Path folder;

  PowerCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void tableFigureAndWordsAreTheSameEveryTime() throws IOException {
    String words = power(0, "--participants=4,6,8", "-o", folder.resolve("one").toString());
    String again = power(0, "--participants=4,6,8", "-o", folder.resolve("two").toString());
    assertThat(words)
        .isEqualTo(again)
        .contains(
            "N = 4 can show no difference, however large",
            "Spread between participants 0.050 (assumed");
    for (String name : List.of("power.csv", "power.svg", "power.png")) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
    List<String> rows = Files.readAllLines(folder.resolve("one/power.csv"));
    assertThat(rows.get(0))
        .isEqualTo("n_participants,effect,power,low,high,measured,sd,d_z,p_least,alpha,studies");
    assertThat(rows)
        .filteredOn(row -> row.startsWith("4,"))
        .allMatch(row -> row.split(",")[2].equals("0"));
    assertThat(Files.readString(folder.resolve("one/power.svg"))).contains("N = 6", "N = 8");
  }

  @Test
  void programsGetJson() {
    assertThat(power(0, "--participants=6", "--json"))
        .contains(
            "\"participants\":6",
            "\"mostEffect\":",
            "\"spread\":{\"sd\":0.05,\"source\":\"assumed");
  }

  @Test
  void ceilingsMayComeFromFiles() throws IOException {
    Path ceilings = folder.resolve("ceilings");
    Path participant = Files.createDirectories(ceilings.resolve("subj01"));
    try (OutputStream out = Files.newOutputStream(participant.resolve("lh_noise_ceiling.npy"))) {
      NpyWriter.write(out, new FloatTensor(Shape.of(4), new float[] {0.25f, 0.25f, 0, Float.NaN}));
    }
    assertThat(power(0, "--participants=6", "--noise-ceiling", ceilings.toString()))
        .contains("Noise ceiling 0.250 of the variance, so no lateralisation is above 0.350");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--participants=1 | participants: [1]; each is from 2 to 64",
        "--participants=x | 'x' is not an int",
        "--stimuli=20 | stimuli: 20 is not from 30 to 10000",
        "--kfold=50 | each of 50 folds",
        "--halves=1 | correlation of the halves: 1.0 is not from 0 to 0.9",
        "--noise-ceiling=36 | noise ceiling 36.0",
        "--noise-ceiling=0 | no vertex has explainable variance",
        "--noise-ceiling=nowhere | neither a share from 0 to 1 nor a folder",
        "--spread=-1 | spread -1.0",
        "--effects=0.5 | a lateralisation is from 0 to 0.420",
        "--alpha=0 | alpha 0.0: above 0 and below 1",
        "--power=1 | power 1.0: above 0 and below 1",
        "--studies=5 | studies: 5 is not from 100 to 100000",
        "--memory=0 | --memory 0: a size such as",
        "--results=nowhere | nowhere: no results of a study",
        "--roi=V1v | --roi is one of --results or --dataset",
        "--layer=early | are of --results, which is missing"
      })
  void aMistakeIsOneSentence(String option, String words) {
    assertThat(power(2, option)).contains(words).doesNotContain("\tat ");
  }

  private String power(int code, String... options) {
    List<String> arguments = new ArrayList<>(List.of("power"));
    for (String small : SMALL) {
      String name = small.substring(0, small.indexOf('=') + 1);
      if (Arrays.stream(options).noneMatch(option -> option.startsWith(name))) {
        arguments.add(small);
      }
    }
    arguments.addAll(List.of(options));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      assertThat(Chiasm.execute(arguments.toArray(String[]::new))).isEqualTo(code);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
