package io.chiasm.dataset.shell.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.dataset.semantic.CroppedCategories;
import io.chiasm.dataset.semantic.NsdStimuli;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against cropped_coco.py, which paints the boxes and counts. */
class CocoFileTest {
  private static final String IMAGE = "{`id`:1,`width`:10,`height`:10}";
  private static final String BOX = "{`image_id`:1,`category_id`:2,`bbox`:[0,0,5,5]}";
  private static final String NAME = "{`id`:2,`name`:`dog`}";

  @TempDir private Path folder = Path.of("");

  @Test
  void croppedPhotographsShowWhatAnIndependentPaintingOfTheBoxesShows()
      throws IOException, URISyntaxException {
    // Given
    NsdStimuli stimuli =
        NsdStimuli.read(Files.readString(resource("nsd_stim_info.csv")), "nsd_stim_info.csv");
    List<Path> annotations = List.of(resource("cropped_coco.json"));
    // When
    CroppedCategories categories =
        new CroppedCategories(stimuli, CocoFile.read(annotations, stimuli::uses));
    List<String> seen = new ArrayList<>(List.of("stimulus,category,left,right"));
    for (int i = 0; i < 40; i++) {
      int number = i;
      categories
          .of(new StimulusId(i))
          .forEach(
              (name, half) ->
                  seen.add(
                      "%d,%s,%d,%d"
                          .formatted(number, name, half.left() ? 1 : 0, half.right() ? 1 : 0)));
    }
    // Then
    assertThat(seen)
        .hasSizeGreaterThan(40)
        .isEqualTo(Files.readAllLines(resource("cropped_categories.csv")));
  }

  @Test
  void categoriesMayStandFirstAndFilesBeSeveral() throws IOException {
    Path first = write("a.json", "{`categories`:[" + NAME + "],`annotations`:[],`images`:[]}");
    Path second =
        write(
            "b.json",
            "{`annotations`:[" + BOX + "],`categories`:[" + NAME + "],`images`:[" + IMAGE + "]}");
    CroppedCategories categories = of(List.of(first, second), "0,1");
    assertThat(categories.of(new StimulusId(0)).keySet()).containsExactly("dog");
  }

  @Test
  void aPhotographThatNoFileHasIsMissed() throws IOException {
    CroppedCategories categories = of(List.of(whole()), "0,7");
    assertThatThrownBy(() -> categories.of(new StimulusId(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "nsd-00000 is a part of COCO's photograph 7, which no annotation file")
        .hasMessageContaining("instances_train2017.json");
  }

  @Test
  void aStimulusThatTheTableDoesNotHaveIsMissed() throws IOException {
    CroppedCategories categories = of(List.of(whole()), "0,1");
    assertThatThrownBy(() -> categories.of(new StimulusId(3)))
        .isInstanceOf(InputException.class)
        .hasMessage("nsd.csv: found no row about nsd-00003; possible: nsdId 3");
  }

  @Test
  void aPartThatIsNoSquareIsRefused() throws IOException {
    NsdStimuli stimuli =
        NsdStimuli.read("nsdId,cocoId,cropBox\n0,1,\"(0,0,0.2,0.2)\"\n", "nsd.csv");
    CroppedCategories categories =
        new CroppedCategories(stimuli, CocoFile.read(List.of(whole()), stimuli::uses));
    assertThatThrownBy(() -> categories.of(new StimulusId(0)))
        .hasMessageStartingWith("nsd.csv: nsd-00000 would be -4 pixels wider than high");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | found no JSON object",
        "{} | found only []",
        "{`images`:{}} | 'images' is no list",
        "{`images`:[3]} | line 1: ",
        "{`images`:[null]} | 'images' holds null",
        "{`annotations`:[{`image_id`:1,`category_id`:2,`bbox`:[1,2,3,null]}]} | a bbox has 3",
        "{`images`:[{`id`:1,`width`:10}]} | line 1: Missing creator property 'height'",
        "{`images`:[{`id`:1,`width`:0,`height`:10}]} | not a size: 0 x 10",
        "{`images`:[{`id`:1e99,`width`:1,`height`:10}]} | line 1: ",
        "{`annotations`:[{`image_id`:1,`category_id`:2,`bbox`:[1,2,3]}]} | a bbox has 3 numbers",
        "{`annotations`:[{`image_id`:1,`category_id`:2,`bbox`:[1,2,-3,4]}]} | not a box: ",
        "{`annotations`:[{`image_id`:1,`category_id`:2,`bbox`:null}]} | line 1: ",
        "{`annotations`:[{`image_id`:1, | line 1: ",
        "{`info`:[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ | Document nesting depth (33) exceeds",
        "{`images`:[],`annotations`:[{`image_id`:1,`category_id`:2,`bbox`:[1,2,3,4]}],`categories`:[]} | boxes are of category 2, which has no name",
      })
  void aWrongFileIsRefused(String json, String message) throws IOException {
    Path file = write("bad.json", json);
    assertThatThrownBy(() -> CocoFile.read(List.of(file), any -> true))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  private CroppedCategories of(List<Path> files, String row) {
    NsdStimuli stimuli =
        NsdStimuli.read("nsdId,cocoId,cropBox\n" + row + ",\"(0,0,0,0)\"\n", "nsd.csv");
    return new CroppedCategories(stimuli, CocoFile.read(files, stimuli::uses));
  }

  private Path whole() throws IOException {
    return write(
        "whole.json",
        "{`images`:[" + IMAGE + "],`annotations`:[" + BOX + "],`categories`:[" + NAME + "]}");
  }

  private Path write(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json.replace('`', '"'));
  }

  private static Path resource(String name) throws URISyntaxException {
    URL url = CocoFileTest.class.getResource("/io/chiasm/dataset/semantic/" + name);
    assertThat(url).as(name).isNotNull();
    return url == null ? Path.of("") : Path.of(url.toURI());
  }
}
