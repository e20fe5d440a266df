package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML of unknown origin, bounded before a tree is built from it: one document of limited size and
 * depth, without anchors, aliases, tags and directives, which a study file has no use for.
 */
final class YamlText {
  static final int MOST_CHARACTERS = 256 * 1024;
  static final int DEEPEST = 12;

  /** UTF-8 takes at most four bytes for a character. */
  private static final int MOST_BYTES = 4 * MOST_CHARACTERS;

  private static final int LONGEST_PROBLEM = 200;

  private final String text;
  private final String source;
  private final LoadSettings settings;
  private int depth;
  private int documents;

  private YamlText(String text, String source) {
    this.text = text;
    this.source = source;
    this.settings =
        LoadSettings.builder()
            .setLabel(source)
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(0)
            .setAllowDuplicateKeys(false)
            .build();
  }

  /**
   * The document's root.
   *
   * @param possible what a document holds
   * @throws InputException naming the line, if the text is not YAML within the limits
   */
  static Value root(String text, String source, String possible) {
    return new YamlText(text.startsWith("\uFEFF") ? text.substring(1) : text, source)
        .compose(possible);
  }

  /**
   * The text of a file.
   *
   * @throws InputException if it is too long, not UTF-8 or cannot be read
   */
  static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InputException(file + ": found more than " + MOST_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": not UTF-8 text; save the file with this encoding", e);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Value compose(String possible) {
    if (text.length() > MOST_CHARACTERS) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: found %d characters; possible: at most %d",
              source,
              text.length(),
              MOST_CHARACTERS));
    }
    checkCharacters();
    try {
      new Parse(settings).parseString(text).forEach(this::check);
      Optional<Node> root = new Compose(settings).composeString(text);
      return new Value(
          root.orElseThrow(() -> at(1).wrong("found nothing", possible)),
          at(root.flatMap(Node::getStartMark)));
    } catch (YamlEngineException e) {
      throw notYaml(e);
    } catch (NumberFormatException e) {
      // The parser lets this out at escapes such as "\UFFFFFFFF".
      throw new InputException(source + ": not YAML: an escape that is no character", e);
    }
  }

  private void checkCharacters() {
    int line = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        throw at(line)
            .wrong(
                String.format(Locale.ROOT, "found the character U+%04X", character),
                "printable text");
      }
      line += character == '\n' ? 1 : 0;
    }
  }

  private void check(Event event) {
    if (event instanceof DocumentStartEvent start) {
      checkDocument(start);
    } else if (event instanceof CollectionStartEvent start) {
      refuse(start.getTag().isPresent(), event, "a tag");
      refuse(++depth > DEEPEST, event, "lists and sections nested deeper than " + DEEPEST);
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (event instanceof ScalarEvent scalar) {
      refuse(scalar.getTag().isPresent(), event, "a tag");
    }
    boolean named = event instanceof NodeEvent node && node.getAnchor().isPresent();
    refuse(event instanceof AliasEvent || named, event, "an anchor or alias");
  }

  private void checkDocument(DocumentStartEvent start) {
    refuse(++documents > 1, start, "a second document");
    refuse(start.getSpecVersion().isPresent() || !start.getTags().isEmpty(), start, "a directive");
  }

  private void refuse(boolean present, Event event, String what) {
    if (present) {
      throw at(event.getStartMark()).wrong("found " + what, "plain lists, sections and values");
    }
  }

  private InputException notYaml(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Place place = at(marked.getProblemMark());
      String problem = Quote.shown(String.valueOf(marked.getProblem()), LONGEST_PROBLEM);
      return new InputException(
          String.format(
              Locale.ROOT, "%s:%d:%d: not YAML: %s", source, place.line(), place.column(), problem),
          e);
    }
    return new InputException(
        source + ": not YAML: " + Quote.shown(String.valueOf(e.getMessage()), LONGEST_PROBLEM), e);
  }

  private Place at(int line) {
    return new Place(source, line, 1, "");
  }

  private Place at(Optional<Mark> mark) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1, "")).orElse(at(1));
  }
}
