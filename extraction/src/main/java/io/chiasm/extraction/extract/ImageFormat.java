package io.chiasm.extraction.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells image files by their first bytes, whatever their name, and by what names promise. */
final class ImageFormat {
  static final String PNG = "PNG";
  static final String JPEG = "JPEG";

  /** First bytes that any format needs to be told. */
  static final int FIRST_BYTES = 1024;

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(PNG, 0, "\u0089PNG\r\n\u001A\n"),
          new Signature(JPEG, 0, "\u00FF\u00D8\u00FF"),
          new Signature("GIF", 0, "GIF8"),
          new Signature("WebP", 8, "WEBP"),
          new Signature("TIFF or camera raw", 0, "II*\0"),
          new Signature("TIFF or camera raw", 0, "MM\0*"),
          new Signature("BigTIFF", 0, "II+\0"),
          new Signature("BigTIFF", 0, "MM\0+"),
          new Signature("camera raw", 0, "IIR"),
          new Signature("camera raw", 0, "IIU\0"),
          new Signature("camera raw", 0, "FUJIFILMCCD-RAW"),
          new Signature("camera raw", 0, "FOVb"),
          new Signature("HEIF, AVIF or other ISO media", 4, "ftyp"),
          new Signature("JPEG 2000", 0, "\0\0\0\u000CjP  "),
          new Signature("JPEG 2000", 0, "\u00FF\u004F\u00FF\u0051"),
          new Signature("JPEG XL", 0, "\0\0\0\u000CJXL "),
          new Signature("JPEG XL", 0, "\u00FF\n"),
          new Signature("JPEG XR", 0, "II\u00BC"),
          new Signature("icon", 0, "\0\0\u0001\0"),
          new Signature("cursor", 0, "\0\0\u0002\0"),
          new Signature("Photoshop", 0, "8BPS"),
          new Signature("GIMP", 0, "gimp xcf"),
          new Signature("OpenEXR", 0, "v/1\u0001"),
          new Signature("Radiance HDR", 0, "#?RADIANCE"),
          new Signature("Radiance HDR", 0, "#?RGBE"),
          new Signature("DirectDraw", 0, "DDS "),
          new Signature("FITS", 0, "SIMPLE  ="),
          new Signature("DICOM", 128, "DICM"),
          new Signature("QOI", 0, "qoif"),
          new Signature("FLIF", 0, "FLIF"),
          new Signature("BPG", 0, "BPG\u00FB"),
          new Signature("SGI", 0, "\u0001\u00DA"),
          new Signature("PCX", 0, "\n\u0005\u0001"),
          new Signature("MNG", 0, "\u008AMNG"),
          new Signature("JNG", 0, "\u008BJNG"),
          new Signature("DjVu", 0, "AT&TFORM"),
          new Signature("PostScript", 0, "%!PS"),
          new Signature("PostScript", 0, "\u00C5\u00D0\u00D3\u00C6"),
          new Signature("XPM", 0, "/* XPM"));

  private static final Set<String> SUFFIXES =
      Set.of(
          ("png apng jpg jpeg jpe jfif jif jfi pjpeg pjp mpo jps bmp dib rle gif tif tiff btf webp"
                  + " heic heif heics hif avif avifs jp2 j2k jpf jpx jpm j2c jpc jxl jxr wdp hdp ppm pgm"
                  + " pbm pnm pam pfm ico cur icns psd psb xcf kra ora exr hdr rgbe pic tga vda icb vst"
                  + " dds sgi rgb rgba bw pcx ras sun xbm xpm svg svgz eps ps ai wmf emf dcm dicom fits"
                  + " fit qoi flif bpg mng jng djvu dng cr2 cr3 crw nef nrw arw sr2 srf raf orf rw2 pef"
                  + " srw x3f raw rwl iiq 3fr kdc dcr mrw erf mef mos ktx ktx2")
              .split(" "));

  private ImageFormat() {}

  /**
   * The format whose first bytes these are; empty if they are no image's.
   *
   * @param start the first {@value #FIRST_BYTES} bytes, or the whole file
   */
  static Optional<String> of(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return SIGNATURES.stream()
        .filter(s -> text.startsWith(s.bytes(), s.at()))
        .map(Signature::format)
        .findFirst()
        .or(() -> bitmap(text))
        .or(() -> text.matches("(?s)P[1-7Ff]\\s.*") ? Optional.of("netpbm") : Optional.empty())
        .or(() -> text.contains("<svg") ? Optional.of("SVG") : Optional.empty());
  }

  /** Two letters that texts begin with too, but never with the empty fields behind them. */
  private static Optional<String> bitmap(String text) {
    return text.startsWith("BM") && text.startsWith("\0\0\0\0", 6)
        ? Optional.of("BMP")
        : Optional.empty();
  }

  /** Whether a file of this name should be an image. */
  static boolean promisedBy(String name) {
    return SUFFIXES.contains(suffix(name));
  }

  /** Behind the last dot, in lower case; empty without one. */
  static String suffix(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Bytes, as ISO 8859-1, at a place in the file. */
  private record Signature(String format, int at, String bytes) {}
}
