"""Every code of every string that is shown, for standard.py: ISO 19005-3, 6.2.11 and ISO 14289-1, 7.21.

The glyph is in the embedded program, is as wide there as the dictionary says, is none but its own, and is a letter.
"""

import io
import re

import pikepdf
from fontTools.ttLib import TTFont

SHOWS = {"Tj", "TJ", "'", '"'}


class Font:
    """A composite font with its program."""

    def __init__(self, font, problems: set[str]):
        self.name, self.problems = str(font.get("/BaseFont", "")), problems
        child = font.DescendantFonts[0]
        descriptor = child.FontDescriptor
        self.check_dictionaries(font, child, descriptor)
        self.program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()), lazy=True)
        if int(descriptor.FontFile2.get("/Length1", -1)) != len(descriptor.FontFile2.read_bytes()):
            problems.add(f"6.2.11.2: {self.name}: the length of the program")
        self.scale = 1000 / self.program["head"].unitsPerEm
        self.metrics, self.order = self.program["hmtx"].metrics, self.program.getGlyphOrder()
        self.widths, self.default = widths(child), float(child.get("/DW", 1000))
        self.glyphs = child.CIDToGIDMap.read_bytes() if isinstance(child.CIDToGIDMap, pikepdf.Stream) else None
        self.letters = letters(font.ToUnicode.read_bytes().decode("latin-1")) if "/ToUnicode" in font else {}

    def check_dictionaries(self, font, child, descriptor):
        tell = lambda rule, what: self.problems.add(f"{rule}: {self.name}: {what}")  # noqa: E731
        if str(font.get("/Type")) != "/Font" or str(child.get("/Type")) != "/Font":
            tell("6.2.11.2-1", "no type")
        if str(font.Subtype) != "/Type0" or str(child.Subtype) != "/CIDFontType2":
            tell("6.2.11.2-2", f"{font.Subtype} over {child.Subtype}")
        if str(font.Encoding) != "/Identity-H":
            tell("6.2.11.3-1", f"encoding {font.Encoding}")
        if "/CIDToGIDMap" not in child:
            tell("6.2.11.3-2", "no map of glyphs")
        if "/FontFile2" not in descriptor or "/Subtype" in descriptor.get("/FontFile2", {}):
            tell("6.2.11.4-1", "no program inside")
        if len({self.name, str(child.get("/BaseFont")), str(descriptor.get("/FontName"))}) != 1:
            tell("6.2.11.2", "three names")
        if not re.fullmatch(r"/[A-Z]{6}\+[\w-]+", self.name):
            tell("6.2.11.2", "not the name of a subset")
        if "/CIDSet" in descriptor:
            tell("6.2.11.4-4", "a set of codes that must be proved")
        if not int(descriptor.get("/Flags", 0)):
            tell("6.2.11.2", "no flags")
        info = child.CIDSystemInfo
        if (str(info.Registry), str(info.Ordering), int(info.Supplement)) != ("Adobe", "Identity", 0):
            tell("6.2.11.3-1", "another character collection")

    def glyph(self, code: int) -> int:
        if self.glyphs is None:
            return code
        return int.from_bytes(self.glyphs[2 * code : 2 * code + 2])

    def check(self, code: int):
        tell = lambda rule, what: self.problems.add(f"{rule}: {self.name}: code {code:04X} {what}")  # noqa: E731
        glyph, letter = self.glyph(code), self.letters.get(code)
        if glyph == 0:
            return tell("6.2.11.8", "shows .notdef")
        if glyph >= len(self.order):
            return tell("6.2.11.4-2", "has no glyph")
        inside = self.metrics[self.order[glyph]][0] * self.scale
        if abs(inside - self.widths.get(code, self.default)) > 1:
            tell("6.2.11.5", f"is {inside:.1f} wide, not {self.widths.get(code, self.default)}")
        if not letter:
            return tell("6.2.11.7-1", "is no letter")
        if set(letter) & {"\0", "\ufeff", "\ufffe"}:
            tell("6.2.11.7-2", "is no letter of Unicode")
        if any("\ue000" <= one <= "\uf8ff" or ord(one) >= 0xF0000 for one in letter):
            tell("6.2.11.7-3", "is of private use")
        outline = self.program["glyf"][self.order[glyph]]
        if outline.numberOfContours == 0 and letter.strip() and letter not in "\u00ad\u200b\u2060":
            tell("6.2.11.4-2", f"draws nothing for {letter!r}")


def widths(child) -> dict[int, float]:
    found, items, at = {}, list(child.get("/W", [])), 0
    while at < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            found |= {first + n: float(width) for n, width in enumerate(items[at + 1])}
            at += 2
        else:
            found |= dict.fromkeys(range(first, int(items[at + 1]) + 1), float(items[at + 2]))
            at += 3
    return found


def letters(cmap: str) -> dict[int, str]:
    """The map to Unicode, in the three forms that it may have."""
    found = {}
    say = lambda digits: bytes.fromhex(digits).decode("utf-16-be", "replace")  # noqa: E731
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        found |= {int(code, 16): say(text) for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = say(text)
            for n in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + n] = first[:-1] + chr(ord(first[-1]) + n)
        for low, _, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.S):
            for n, text in enumerate(re.findall(r"<(\w+)>", texts)):
                found[int(low, 16) + n] = say(text)
    return found


def shown(content, resources):
    """Which codes a content stream shows in which font, and the strings of an odd length."""
    font = None
    for operands, operator in pikepdf.parse_content_stream(content):
        if str(operator) == "Tf":
            font = resources.Font[str(operands[0])]
        elif str(operator) in SHOWS:
            parts = operands[-1] if str(operator) == "TJ" else [operands[-1]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    yield font, bytes(part)


def font_problems(pdf):
    problems: set[str] = set()
    fonts: dict = {}
    for number, page in enumerate(pdf.pages):
        streams = [(page, page.resources)]
        for annotation in page.get("/Annots", []):
            look = annotation.AP.N
            streams.append((look, look.get("/Resources", pikepdf.Dictionary())))
        for content, resources in streams:
            for font, text in shown(content, resources):
                if font is None or len(text) % 2:
                    problems.add(f"6.2.11.2: page {number + 1} shows {text!r} in {font}")
                    continue
                if font.objgen not in fonts:
                    fonts[font.objgen] = (Font(font, problems), set())
                fonts[font.objgen][1].update(zip(text[::2], text[1::2]))
    for font, codes in fonts.values():
        for high, low in codes:
            font.check(high << 8 | low)
    return sorted(problems)
