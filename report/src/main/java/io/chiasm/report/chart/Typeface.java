package io.chiasm.report.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Widths and outlines of a sans serif typeface. Helvetica, Arial and Liberation Sans have the same
 * widths, so a layout made with them holds in every viewer, and no font need be installed.
 */
enum Typeface {
  REGULAR("R"),
  BOLD("B");

  private static final double UNITS_PER_EM = 2048;

  private final String style;

  Typeface(String style) {
    this.style = style;
  }

  /** Width of a text whose letters are {@code size} high. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> glyph(c).width).sum() * size / UNITS_PER_EM;
  }

  /** Width of one character. */
  double width(int character, double size) {
    return glyph(character).width * size / UNITS_PER_EM;
  }

  /** Outline in units of {@link #scale}, y upwards; empty for a blank. */
  String outline(int character) {
    return glyph(character).path;
  }

  /** Factor from an outline's units to a letter of this size. */
  static double scale(double size) {
    return size / UNITS_PER_EM;
  }

  private Glyph glyph(int character) {
    Map<Integer, Glyph> face = Objects.requireNonNull(Glyphs.TABLE.get(style));
    Glyph known = face.get(character);
    return known == null ? Objects.requireNonNull(face.get((int) '?')) : known;
  }

  private record Glyph(double width, String path) {}

  /** Read when first needed. */
  private static final class Glyphs {
    /** By style, then by character. */
    static final Map<String, Map<Integer, Glyph>> TABLE = read();

    private static Map<String, Map<Integer, Glyph>> read() {
      Map<String, Map<Integer, Glyph>> table = new HashMap<>();
      try (InputStream in =
              Objects.requireNonNull(Typeface.class.getResourceAsStream("outlines.txt"));
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(table, line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return table;
    }

    private static void add(Map<String, Map<Integer, Glyph>> table, String line) {
      String[] fields = line.split("\t", -1);
      table
          .computeIfAbsent(fields[0], style -> new HashMap<>())
          .put(Integer.parseInt(fields[1], 16), new Glyph(Integer.parseInt(fields[2]), fields[3]));
    }
  }
}
