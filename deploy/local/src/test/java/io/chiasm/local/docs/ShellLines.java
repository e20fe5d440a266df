package io.chiasm.local.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Commands in a block of shell, as far as documentation needs it: words, quotes, no expansion. */
final class ShellLines {
  private static final Set<String> BEFORE_A_COMMAND = Set.of("do", "then", "else", "exec", "$");
  private static final Set<String> CHIASM = Set.of("./chiasm", "chiasm");

  private ShellLines() {}

  /** The words after {@code ./chiasm} of each call of it, whatever stands before and after. */
  static List<List<String>> calls(String block) {
    List<List<String>> calls = new ArrayList<>();
    for (List<String> command : commands(block)) {
      int at = 0;
      while (at < command.size()
          && (BEFORE_A_COMMAND.contains(command.get(at))
              || command.get(at).matches("[A-Z][A-Z0-9_]*=.*"))) {
        at++;
      }
      if (at < command.size() && CHIASM.contains(command.get(at))) {
        calls.add(withoutRedirections(command.subList(at + 1, command.size())));
      }
    }
    return calls;
  }

  private static List<String> withoutRedirections(List<String> words) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).matches("[12]?>>?|<")) {
        i++;
      } else {
        kept.add(words.get(i));
      }
    }
    return kept;
  }

  private static List<List<String>> commands(String block) {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    String text = block.replace("\\\n", " ") + "\n";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (c == '#' && !inWord) {
        i = text.indexOf('\n', i) - 1;
      } else if (Character.isWhitespace(c) || ";|&".indexOf(c) >= 0) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
        if ("\n;|&".indexOf(c) >= 0 && !words.isEmpty()) {
          commands.add(List.copyOf(words));
          words.clear();
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    return commands;
  }
}
