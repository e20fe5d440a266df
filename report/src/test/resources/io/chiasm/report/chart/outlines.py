"""Writes ../../../../../../main/resources/io/chiasm/report/chart/outlines.txt.

Needs fonttools and the Arimo fonts (widths of Arial; SIL Open Font License 1.1):
    python outlines.py /usr/share/fonts/truetype/croscore
"""
import pathlib
import sys

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

CHARACTERS = (
    [chr(c) for c in range(0x20, 0x7F)]
    + [chr(c) for c in range(0xA1, 0x100) if c != 0xAD]
    + list("αβγ–—‘’“”•…−≤≥≠")
)

fonts = pathlib.Path(sys.argv[1])
here = pathlib.Path(__file__).resolve().parent
out = here.parents[4] / "../main/resources/io/chiasm/report/chart/outlines.txt"
lines = [
    "# Glyph widths and outlines in 1/2048 em, y upwards: style, code point, width, path.",
    "# Made by outlines.py from Arimo 1.33; SIL Open Font License 1.1, see OFL.txt.",
]
for style, file in (("R", "Arimo-Regular.ttf"), ("B", "Arimo-Bold.ttf")):
    font = TTFont(fonts / file)
    assert font["head"].unitsPerEm == 2048
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for character in CHARACTERS:
        if ord(character) in names:
            pen = SVGPathPen(glyphs)
            glyph = glyphs[names[ord(character)]]
            glyph.draw(pen)
            lines.append(f"{style}\t{ord(character):04x}\t{glyph.width}\t{pen.getCommands()}")
out.resolve().write_text("\n".join(lines) + "\n")
