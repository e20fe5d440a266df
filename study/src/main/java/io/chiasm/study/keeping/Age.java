package io.chiasm.study.keeping;

import io.chiasm.contracts.failure.InputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages as people write them: {@code 30d}, {@code 12h}, {@code 90m}, {@code 45s} or {@code 0}. */
public final class Age {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])|0");

  private Age() {}

  /**
   * @throws InputException if it is none
   */
  public static Duration of(String text) {
    Matcher age = FORM.matcher(text);
    if (!age.matches()) {
      throw new InputException(
          "older-than '" + text + "': possible are ages such as 30d, 12h, 90m, 45s and 0");
    }
    return age.group(1) == null ? Duration.ZERO : of(Long.parseLong(age.group(1)), age.group(2));
  }

  private static Duration of(long number, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
