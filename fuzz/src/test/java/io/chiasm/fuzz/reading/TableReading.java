package io.chiasm.fuzz.reading;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.dataset.semantic.CategoryFeatures;
import io.chiasm.dataset.semantic.CategoryTable;
import io.chiasm.dataset.semantic.CroppedCategories;
import io.chiasm.dataset.semantic.NsdStimuli;
import io.chiasm.dataset.shell.semantic.CocoFile;
import io.chiasm.study.keeping.References;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Tables in CSV and COCO's annotations: folds, categories, NSD's stimuli; and lists of objects. */
public final class TableReading {
  private static final List<StimulusId> STIMULI =
      IntStream.range(0, 10).mapToObj(StimulusId::new).toList();

  /** The stimuli 0 and 1 are whole photographs of COCO's, number 1 and 2. */
  private static final String NSD =
      "nsdId,cocoId,cropBox\n0,1,\"(0, 0, 0, 0)\"\n1,2,\"(0, 0, 0.1, 0.1)\"\n";

  private TableReading() {}

  public static void folds(byte[] bytes) {
    Folds.read(text(bytes), "folds.csv", STIMULI);
  }

  public static void categories(byte[] bytes) {
    CategoryFeatures.of(CategoryTable.read(text(bytes), "categories.csv"), STIMULI);
  }

  public static void nsdStimuli(byte[] bytes) {
    NsdStimuli.read(text(bytes), "nsd_stim_info_merged.csv").uses(1);
  }

  public static void coco(byte[] bytes) throws IOException {
    CroppedCategories categories =
        new CroppedCategories(
            NsdStimuli.read(NSD, "nsd.csv"),
            CocoFile.read(List.of(Scratch.file("instances.json", bytes)), photograph -> true));
    CategoryFeatures.of(categories, STIMULI.subList(0, 2));
  }

  public static void references(byte[] bytes) {
    References.read(text(bytes), "references");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
