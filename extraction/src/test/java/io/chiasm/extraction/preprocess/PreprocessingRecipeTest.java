package io.chiasm.extraction.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.extraction.image.Interpolation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreprocessingRecipeTest {
  private static final PreprocessingRecipe WHOLE =
      PreprocessingRecipe.wholeImage(224, 224, Normalisation.IMAGENET);

  /** Golden: stored objects are found by a hash of this text. */
  @Test
  void canonicalTextIsKept() {
    assertThat(WHOLE.canonical())
        .isEqualTo(
            "pixels-1; whole-image 224x224; bilinear;"
                + " mean 0x1.f0a3d8p-2 0x1.d2f1aap-2 0x1.9fbe76p-2;"
                + " std 0x1.d4fdf4p-3 0x1.cac084p-3 0x1.ccccccp-3; plain");
    assertThat(torchvision(256, 240).as(InputVariant.LEFT_ONLY).canonical())
        .startsWith("pixels-1; centre-crop 256 224x240; bicubic;")
        .endsWith("; left-only");
  }

  @Test
  void everyDifferenceShowsInTheCanonicalText() {
    Normalisation other =
        new Normalisation(List.of(0.5, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
    Stream<PreprocessingRecipe> recipes =
        Stream.of(
            WHOLE,
            WHOLE.as(InputVariant.MIRRORED),
            WHOLE.as(InputVariant.LEFT_ONLY),
            WHOLE.as(InputVariant.RIGHT_ONLY),
            PreprocessingRecipe.wholeImage(224, 225, Normalisation.IMAGENET),
            PreprocessingRecipe.wholeImage(225, 224, Normalisation.IMAGENET),
            PreprocessingRecipe.wholeImage(224, 224, other),
            new PreprocessingRecipe(
                WHOLE.geometry(),
                Interpolation.BICUBIC,
                Normalisation.IMAGENET,
                InputVariant.PLAIN),
            torchvision(256, 224),
            torchvision(257, 224));
    assertThat(recipes.map(PreprocessingRecipe::canonical)).doesNotHaveDuplicates();
  }

  @Test
  void networkWithoutPresetIsResizedInTheUsualProportion() {
    assertThat(TorchvisionPreset.forInput(224, 224))
        .isEqualTo(new TorchvisionPreset(256, Interpolation.BILINEAR));
    assertThat(TorchvisionPreset.forInput(299, 299).shortSide()).isEqualTo(342);
    assertThat(TorchvisionPreset.forInput(100, 224).shortSide()).isEqualTo(256);
  }

  @Test
  void cropMustFitTheResizedPhotograph() {
    assertThatThrownBy(() -> new Geometry.CentreCrop(200, 224, 224))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a short side of 200 does not fill a crop of 224 x 224");
  }

  private static PreprocessingRecipe torchvision(int shortSide, int height) {
    return PreprocessingRecipe.torchvision(
        new TorchvisionPreset(shortSide, Interpolation.BICUBIC),
        height,
        224,
        Normalisation.IMAGENET);
  }
}
