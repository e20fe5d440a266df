package io.chiasm.contracts.shell.yaml;

import java.util.Comparator;
import java.util.regex.Pattern;

/** File names as people number them: {@code epoch-9} before {@code epoch-10}. */
final class NaturalOrder implements Comparator<String> {
  private static final Pattern BORDER = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
  private static final Comparator<String> NUMBERS =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  @Override
  public int compare(String a, String b) {
    String[] left = BORDER.split(a, -1);
    String[] right = BORDER.split(b, -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = compareParts(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(left.length, right.length);
    return order != 0 ? order : a.compareTo(b);
  }

  private static int compareParts(String a, String b) {
    return number(a) && number(b)
        ? NUMBERS.compare(a.replaceFirst("^0+(?=.)", ""), b.replaceFirst("^0+(?=.)", ""))
        : a.compareTo(b);
  }

  private static boolean number(String part) {
    return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
