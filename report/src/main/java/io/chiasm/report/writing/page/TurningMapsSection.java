package io.chiasm.report.writing.page;

import io.chiasm.report.markup.Markup;
import io.chiasm.report.surface.TurningCortex;
import io.chiasm.report.writing.file.ReportFile;
import io.chiasm.report.writing.map.CorticalMaps;
import io.chiasm.report.writing.map.MapFigures;
import io.chiasm.report.writing.map.TurningMaps;
import io.chiasm.report.writing.map.TurningMaps.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cortex that can be turned: its controls, its data, and the script that draws it. */
final class TurningMapsSection {
  /** Text to an HTML parser as it stands; CDATA to an XML parser. */
  static final String SCRIPT =
      "//<![CDATA[\n" + ReportFile.text(TurningMapsSection.class, "maps3d.js") + "//]]>";

  private static final String ABSENT =
      "Here the maps can be turned, in a browser with JavaScript and WebGL. The pictures below show"
          + " the same maps from four sides.";
  private static final String HELP =
      "Drag to turn, pinch or press + and − to zoom. With the keyboard: arrows turn, with Shift in"
          + " small steps; Home goes back.";
  private static final Map<String, String> SIDES =
      ordered("both", "both", "left", "left", "right", "right");
  private static final Map<String, String> VIEWS =
      ordered(
          "left", "Left", "right", "Right", "back", "Back", "front", "Front", "top", "Top", "below",
          "Below");

  private final Markup page;
  private final TurningMaps maps;

  private TurningMapsSection(Markup page, TurningMaps maps) {
    this.page = page;
    this.maps = maps;
  }

  static void write(Markup page, TurningMaps maps) {
    new TurningMapsSection(page, maps).write();
  }

  private void write() {
    page.open(
        "figure",
        "id",
        "maps3d",
        "data-limit",
        String.valueOf(maps.colours().limit()),
        "data-threshold",
        String.valueOf(maps.colours().threshold()));
    page.line().element("p", ABSENT, "class", "absent").line();
    page.open("div", "class", "stage", "hidden", "hidden").line();
    choices();
    page.open(
            "canvas",
            "tabindex",
            "0",
            "role",
            "img",
            "aria-label",
            "The map on the inflated cortex; arrow keys turn it",
            "aria-describedby",
            "maps3d-help")
        .close()
        .line();
    buttons();
    threshold();
    page.element("p", HELP, "id", "maps3d-help").line().close().line();
    page.element("figcaption", caption()).line();
    data();
    page.close().line();
    page.open("script").raw(SCRIPT).close().line();
  }

  private void choices() {
    page.open("div", "class", "choices").open("label").text("Map ").open("select");
    String group = "";
    List<Entry> entries = maps.maps();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!entry.who().equals(group)) {
        if (!group.isEmpty()) {
          page.close();
        }
        group = entry.who();
        page.open(
            "optgroup", "label", group.equals(CorticalMaps.GROUP) ? "mean of participants" : group);
      }
      String words = entry.condition().network() + ", " + entry.condition().layer();
      page.element(
          "option", (group.equals(CorticalMaps.GROUP) ? "mean" : group) + ": " + words, "value", i);
    }
    page.close().close().close().line();
    page.open("fieldset").element("legend", "Hemispheres");
    SIDES.forEach(
        (value, label) -> {
          page.open("label");
          if (value.equals("both")) {
            side(value, "checked", "checked");
          } else {
            side(value);
          }
          page.text(" " + label).close();
        });
    page.close().close().line();
  }

  private void side(String value, Object... more) {
    Object[] attributes = new Object[6 + more.length];
    Object[] own = {"type", "radio", "name", "maps3d-side", "value", value};
    System.arraycopy(own, 0, attributes, 0, own.length);
    System.arraycopy(more, 0, attributes, own.length, more.length);
    page.empty("input", attributes);
  }

  private void buttons() {
    page.open("div", "class", "choices", "role", "group", "aria-label", "View");
    VIEWS.forEach((view, label) -> button(label, "data-view", view));
    button("−", "data-zoom", "0.8", "aria-label", "Smaller");
    button("+", "data-zoom", "1.25", "aria-label", "Larger");
    button("Spin", "data-spin", "", "aria-pressed", "false");
    page.close().line();
  }

  private void button(String label, Object... attributes) {
    Object[] all = new Object[2 + attributes.length];
    all[0] = "type";
    all[1] = "button";
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    page.element("button", label, all);
  }

  private void threshold() {
    page.open("div", "class", "choices").open("label").text("No colour below ");
    int most = TurningCortex.STEPS - 1;
    page.empty("input", "type", "range", "min", 0, "max", most, "step", 1, "value", 0);
    page.text(" ").element("output", "").close();
    page.open("div", "class", "bar").element("div", "", "class", "scale");
    page.open("div", "class", "ends");
    for (String end : List.of(number(-maps.colours().limit()), "0", number(limit()))) {
      page.element("span", end);
    }
    page.close().element("div", "r contra − r ipsi").close();
    page.element("span", "", "data-reading", "", "class", "reading").close().line();
  }

  private double limit() {
    return maps.colours().limit();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
  }

  private String caption() {
    return "Lateralisation on the inflated surface, sulci dark, at the vertices of fsaverage5 (the"
        + " first of fsaverage's: measured values, one vertex in sixteen), in "
        + (2 * TurningCortex.STEPS + 1)
        + " steps between the ends of the scale; beyond them the end colours. Lines: ROIs of the"
        + " visual maps. surfaces/ holds every vertex."
        + (maps.spread() ? MapFigures.SPREAD : "")
        + (maps.complete() ? "" : " There was no room here for every participant's map.");
  }

  private void data() {
    block(maps.shape(), "data-shape", "");
    block(maps.palette(), "data-colours", "");
    maps.outlines().forEach((who, regions) -> block(regions, "data-regions", number(who)));
    List<Entry> entries = maps.maps();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      block(entry.values(), "data-map", i, "data-outlines", number(entry.who()));
    }
  }

  /** Place among those who have outlines: names may hold what a selector does not take. */
  private int number(String who) {
    return List.copyOf(maps.outlines().keySet()).indexOf(who);
  }

  private void block(String base64, Object... attributes) {
    Object[] all = new Object[2 + attributes.length];
    all[0] = "type";
    all[1] = "text/plain";
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    page.open("script", all).raw(base64).close().line();
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
