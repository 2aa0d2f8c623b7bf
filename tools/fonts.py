#!/usr/bin/env python3
"""Makes the fonts of the default look from the published ones.

    npm pack @fontsource-variable/newsreader @fontsource-variable/atkinson-hyperlegible-next
    (unpack both into FOLDER/newsreader and FOLDER/atkinson-hyperlegible-next)
    pip install fonttools brotli uharfbuzz
    tools/fonts.py FOLDER

Each font becomes three files, and a browser loads those whose letters a page shows
(`unicode-range` in themes/default/styles/10-tokens.css, which this program prints):

- the letters and signs of Danish, Dutch, English and German, which every page needs;
- `-west`: the rest of Western Europe (French, Portuguese, Spanish, Icelandic, fractions);
- `-east`: Polish, Czech, Romanian, Turkish, the Baltic languages.

Kerning is half of a published font. The first file keeps the pairs that change most in real text:
what a pair is moved, times how often it stands in the handbook's three languages.
"""

import collections
import io
import pathlib
import sys

import uharfbuzz
from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HOME = pathlib.Path(__file__).resolve().parent.parent
TARGET = HOME / "themes/default/fonts"

EVERY_PAGE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0§°·«»×–—‘’“”„‚…‹›€−"
    + "ÆØÅæøåÄÖÜäöüßÉÈÊËéèêëÏïîÁáÀàâÓóòôúùûíçñÇ"
)

# The package, the file in it, the name here, and the weights that the styles use.
FONTS = [
    ("newsreader", "newsreader", "normal", "newsreader", (400, 600)),
    ("newsreader", "newsreader", "italic", "newsreader-italic", (400, 400)),
    ("atkinson-hyperlegible-next", "atkinson-hyperlegible-next", "normal", "atkinson", (400, 600)),
]

PAIRS = 220


def narrowed(path, text, weights, features):
    """The font with these letters and weights only."""
    font = TTFont(path, recalcTimestamp=False)
    low, high = weights
    instantiateVariableFont(font, {"wght": low if low == high else weights}, inplace=True)
    for glyph in font.getGlyphOrder() if "gvar" in font else []:
        font["gvar"].variations.setdefault(glyph, [])
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.drop_tables += ["gasp", "DSIG"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[ord(letter) for letter in text])
    worker.subset(font)
    return font


def advance(face, text, weight):
    font = uharfbuzz.Font(face)
    font.set_variations({"wght": weight})
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"liga": False, "kern": True})
    return sum(position.x_advance for position in buffer.glyph_positions)


def pair_counts():
    """How often two letters stand side by side in the handbook, large letters as headings have them."""
    counts = collections.Counter()
    for path in sorted((HOME / "content").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        counts.update(zip(text, text[1:]))
    return counts


def kerning(path, letters, weights, counts):
    """The pairs that change most, as (first, second, units), from the published font."""
    font = TTFont(path)
    data = io.BytesIO()
    font.flavor = None
    font.save(data)
    face = uharfbuzz.Face(data.getvalue())
    single = {a: {w: advance(face, a, w) for w in set(weights)} for a in letters}
    total = sum(counts.values())
    widest = round(face.upem * 0.085)
    found = []
    for a in letters:
        for b in letters:
            if a.isspace() or b.isspace():
                continue
            moves = [advance(face, a + b, w) - single[a][w] - single[b][w] for w in set(weights)]
            # Behind a letter that leans over (f), the published space looks like a typed one.
            move = min(round(sum(moves) / len(moves)), widest)
            if move == 0:
                continue
            # A pair that no page has yet counts as if it stood there a little: names differ.
            often = counts[(a, b)] + (0.00002 * total if a.isalpha() and b.isalpha() and b.islower() else 0)
            found.append((abs(move) * often, a, b, move))
    found.sort(reverse=True)
    kept = sum(f[0] for f in found[:PAIRS]) / sum(f[0] for f in found)
    print(f"  kerning: {min(PAIRS, len(found))} of {len(found)} pairs, {kept:.0%} of the movement in text", file=sys.stderr)
    return [(a, b, move) for _, a, b, move in found[:PAIRS]]


def with_kerning(font, pairs):
    names = font.getBestCmap()
    rules = [
        f"pos {names[ord(a)]} {names[ord(b)]} {move};"
        for a, b, move in sorted(pairs)
        if ord(a) in names and ord(b) in names
    ]
    addOpenTypeFeaturesFromString(
        font, "languagesystem DFLT dflt; languagesystem latn dflt; feature kern {" + "\n".join(rules) + "} kern;", tables=["GPOS"]
    )


def ranges(font):
    """`U+20-7E, U+A0`, as `unicode-range` has it."""
    spans = []
    for point in sorted(font.getBestCmap()):
        if spans and point == spans[-1][1] + 1:
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


def write(font, name):
    font.flavor = "woff2"
    path = TARGET / f"{name}.woff2"
    font.save(path)
    print(f"{name}.woff2  {path.stat().st_size}")
    print(f"  unicode-range: {ranges(font)};")


def main(folder):
    counts = pair_counts()
    for package, stem, style, name, weights in FONTS:
        latin, east = (folder / package / "files" / f"{stem}-{part}-wght-{style}.woff2" for part in ("latin", "latin-ext"))
        pairs = kerning(latin, EVERY_PAGE, weights, counts)
        first = narrowed(latin, EVERY_PAGE, weights, ["tnum", "liga"])
        with_kerning(first, pairs)
        write(first, name)
        marks = [chr(point) for point in TTFont(latin).getBestCmap() if 0x300 <= point < 0x370]
        rest = [chr(p) for p in TTFont(latin).getBestCmap() if chr(p) not in EVERY_PAGE and chr(p) not in marks]
        write(narrowed(latin, rest, weights, []), f"{name}-west")
        known = set(EVERY_PAGE) | set(rest) | set(marks)
        beyond = [chr(p) for p in TTFont(east).getBestCmap() if chr(p) not in known and p < 0x1F00]
        write(narrowed(east, beyond, weights, []), f"{name}-east")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
