package io.chiasm.report.chart;

import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A page's words: its title, and what a reader is told who does not see the drawing. */
final class TaggedFigure {
  /** Of the marked content that is the drawing. */
  static final int MARK = 0;

  private TaggedFigure() {}

  /**
   * Tags the marked content of a page as a figure with an alternative text (ISO 32000-1, 14.9.3).
   */
  static void describe(PDDocument document, PDPage page, Figure figure) {
    document.getDocumentInformation().setTitle(figure.title());
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    PDStructureElement element = new PDStructureElement(StandardStructureTypes.Figure, root);
    element.setAlternateDescription(figure.alternative());
    element.setPage(page);
    element.appendKid(MARK);
    root.appendKid(element);
    page.setStructParents(0);
    root.setParentTree(parents(element));
    root.setParentTreeNextKey(1);
    catalog(document.getDocumentCatalog(), root);
  }

  private static PDNumberTreeNode parents(PDStructureElement element) {
    COSArray marks = new COSArray();
    marks.add(element);
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(Map.of(0, new PDParentTreeValue(marks)));
    return tree;
  }

  private static void catalog(PDDocumentCatalog catalog, PDStructureTreeRoot root) {
    catalog.setStructureTreeRoot(root);
    catalog.setLanguage("en");
    PDMarkInfo marks = new PDMarkInfo();
    marks.setMarked(true);
    catalog.setMarkInfo(marks);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }
}
