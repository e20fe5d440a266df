package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.StimulusId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image's file name says: {@code train-0001_nsd-00013.png}.
 *
 * @param training whether responses to it are in the data set
 * @param row of the responses, counted from 0; the name counts from 1
 */
record ImageName(boolean training, int row, StimulusId stimulus) {
  static final String EXAMPLE = "train-0001_nsd-00013.png";

  private static final Pattern FORM =
      Pattern.compile("(train|test)-(\\d{4})_nsd-(\\d{5})\\.(?i:png|jpg|jpeg)");

  static Optional<ImageName> parse(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches() || form.group(2).equals("0000")) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageName(
            form.group(1).equals("train"),
            Integer.parseInt(form.group(2)) - 1,
            new StimulusId(Integer.parseInt(form.group(3)))));
  }
}
