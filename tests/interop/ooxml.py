"""Would Word open it without a word of repair? Usage: ooxml.py FILE.docx…; prints what is wrong, exit 1.

Word is stricter than LibreOffice and python-docx: children stand in the order of the schema (ECMA-376, part 1), every
number, style, note, picture and part that is called for exists, and no name or id stands for two things.
"""

import posixpath
import sys
import zipfile
from collections import Counter

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# Children of an element in their only order; those named are all that we write.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc "
    "outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing sz szCs highlight u shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgBorders pgNumType cols titlePg docGrid",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "numbering": "abstractNum num",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "settings": "zoom updateFields defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "characterSpacingControl footnotePr endnotePr compat rsids themeFontLang decimalSymbol listSeparator",
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "numPr": "ilvl numId",
}
INLINE = "extent effectExtent docPr cNvGraphicFramePr graphic"


def local(element) -> str:
    return etree.QName(element).localname


def order_problems(part, root):
    for element in root.iter(f"{W}*"):
        name = local(element)
        if name in ORDER:
            yield from out_of_order(part, element, ORDER[name].split())
        if name == "tc" and (not len(element) or local(element[-1]) != "p"):
            yield f"{part}: a cell does not end with a paragraph"
        if name == "body" and local(element[-1]) != "sectPr":
            yield f"{part}: the text does not end with its section"
        if name == "p" and any(local(kid) == "pPr" for kid in element[1:]):
            yield f"{part}: properties of a paragraph after its words"
    for inline in root.iter(f"{WP}inline"):
        yield from out_of_order(part, inline, INLINE.split())


def out_of_order(part, element, order):
    names = [local(kid) for kid in element]
    unknown = set(names) - set(order)
    if unknown:
        yield f"{part}: {local(element)} holds {unknown}"
    elif names != sorted(names, key=order.index):
        yield f"{part}: {local(element)} holds {names}"
    many = {"headerReference", "style", "lvl", "abstractNum", "num", "lvlOverride", "tr", "tc", "footnote"}
    if any(count > 1 and name not in many for name, count in Counter(names).items()):
        yield f"{part}: {local(element)} says one thing twice: {names}"


def table_problems(root):
    for table in root.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        for row in table.findall(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            if sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) != columns:
                yield "a row of another number of columns than its table"


def values(root, name: str) -> set[str]:
    return {element.get(f"{W}val") for element in root.iter(f"{W}{name}")}


def call_problems(parts):
    styles = [style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")]
    names = [name.get(f"{W}val") for name in parts["word/styles.xml"].iter(f"{W}name")]
    if len(set(styles)) != len(styles) or len(set(names)) != len(names):
        yield "two styles of one name"
    for part, root in parts.items():
        called = values(root, "pStyle") | values(root, "rStyle") | values(root, "tblStyle") | values(root, "basedOn")
        if called - set(styles):
            yield f"{part}: no styles {called - set(styles)}"
    text, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
    numbers = {num.get(f"{W}numId") for num in parts["word/numbering.xml"].iter(f"{W}num")}
    if values(text, "numId") - numbers:
        yield f"no numberings {values(text, 'numId') - numbers}"
    known = [note.get(f"{W}id") for note in notes.iter(f"{W}footnote")]
    calls = [call.get(f"{W}id") for call in text.iter(f"{W}footnoteReference")]
    if known != sorted(set(known), key=int) or calls != known[2:]:
        yield f"notes {known}, calls {calls}"
    pictures = [one.get("id") for one in text.iter(f"{WP}docPr")]
    if len(set(pictures)) != len(pictures):
        yield "two pictures of one number"


def package_problems(archive, parts):
    names = archive.namelist()
    if names[0] != "[Content_Types].xml" or len(set(names)) != len(names):
        yield "the package does not begin with its types, or holds a part twice"
    types = etree.fromstring(archive.read("[Content_Types].xml"))
    known = {one.get("PartName") for one in types} | {f".{one.get('Extension')}" for one in types}
    for name in names[1:]:
        if f"/{name}" not in known and f".{name.rsplit('.', 1)[-1]}" not in known:
            yield f"{name} is of no type"
    for part in {one.get("PartName") for one in types if one.get("PartName")}:
        if part[1:] not in names:
            yield f"{part} is not in the package"
    targets = {}
    for one in etree.fromstring(archive.read("word/_rels/document.xml.rels")):
        targets[one.get("Id")] = posixpath.join("word", one.get("Target"))
    if missing := set(targets.values()) - set(names):
        yield f"no parts {missing}"
    text = parts["word/document.xml"]
    called = {element.get(key) for element in text.iter() for key in (f"{R}id", f"{R}embed") if element.get(key)}
    if called - targets.keys():
        yield f"no relations {called - targets.keys()}"


def problems(path: str):
    with zipfile.ZipFile(path) as archive:
        parts = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }
        for part, root in parts.items():
            yield from order_problems(part, root)
        yield from table_problems(parts["word/document.xml"])
        yield from call_problems(parts)
        yield from package_problems(archive, parts)


def main() -> int:
    failed = False
    for path in sys.argv[1:]:
        found = list(dict.fromkeys(problems(path)))
        failed |= bool(found)
        print(f"{path}: {'in order' if not found else 'OUT OF ORDER'}", *found[:20], sep="\n  ")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
