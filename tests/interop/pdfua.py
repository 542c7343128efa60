"""Is the file PDF/UA-1 in its structure? Usage: pdfua.py FILE…; prints what is wrong, exit 1 if anything is.

The rules are those of ISO 14289-1 that a program can check (the checkpoints of the Matterhorn Protocol), by clause.
"""

import re
import sys
from collections import Counter

import pikepdf
from lxml import etree

from pdfua_pages import content_problems

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
UA = "http://www.aiim.org/pdfua/ns/id/"
# What may stand in what: ISO 32000-1, 14.8.4. None: anything of the block or the inline level.
KIDS = {
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Form": set(),
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
}
PLAIN = {
    "Document", "Sect", "Div", "P", "H1", "H2", "H3", "Figure", "Caption", "Note", "Reference", "Link", "Span", "Lbl",
    "Form",
}  # fmt: skip


def kids(element):
    found = element.get("/K")
    return [] if found is None else list(found) if isinstance(found, pikepdf.Array) else [found]


def is_element(kid) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def role(element) -> str:
    return str(element.S)[1:]


def attribute(element, key, default=None):
    attributes = element.get("/A", [])
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if key in one:
            return one[key]
    return default


def walk(element, parent=None):
    yield element, parent
    for kid in kids(element):
        if is_element(kid):
            yield from walk(kid, element)


def xmp_problems(pdf):
    data = bytes(pdf.Root.Metadata.read_bytes())
    root = etree.fromstring(data[data.index(b"<x:xmpmeta") : data.index(b"<?xpacket end")])
    if [part.text for part in root.iter("{%s}part" % UA)] != ["1"]:
        yield "5: pdfuaid:part is not 1"
    schemas = root.findall(f".//{EXTENSION}schemas/{RDF}Bag/{RDF}li")
    said = [
        (schema.findtext(SCHEMA + "schema"), schema.findtext(SCHEMA + "namespaceURI"), schema.findtext(SCHEMA + "prefix"))
        for schema in schemas
    ]
    if said != [("PDF/UA identification", UA, "pdfuaid")]:
        yield f"5: the schema of the identifier is not described: {said}"
    properties = root.findall(f".//{SCHEMA}property/{RDF}Seq/{RDF}li")
    said = [[p.findtext(PROPERTY + key) for key in ("name", "valueType", "category")] for p in properties]
    if said != [["part", "Integer", "internal"]] or not properties[0].findtext(PROPERTY + "description"):
        yield f"5: the property of the identifier is not described: {said}"
    yield from same_twice(pdf, root)


def same_twice(pdf, root):
    """XMP and the information dictionary say the same."""
    dc, xmp, adobe = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/"
    pairs = [
        ("/Title", f".//{{{dc}}}title//{RDF}li"),
        ("/Author", f".//{{{dc}}}creator//{RDF}li"),
        ("/Subject", f".//{{{dc}}}description//{RDF}li"),
        ("/Creator", f".//{{{xmp}}}CreatorTool"),
        ("/Producer", f".//{{{adobe}}}Producer"),
    ]
    for key, path in pairs:
        one, two = str(pdf.docinfo.get(key, "")), root.findtext(path) or ""
        if one != two:
            yield f"7.1: {key} is {one!r} in Info and {two!r} in XMP"
    if not root.findtext(f".//{{{dc}}}title//{RDF}li"):
        yield "7.1: no title"
    for key, name in [("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")]:
        one, two = (re.sub(r"\D", "", said) for said in (str(pdf.docinfo[key]), root.findtext(f".//{{{xmp}}}{name}")))
        if one != two:
            yield f"7.1: {key} differs from {name}"


def catalog_problems(pdf):
    catalog = pdf.Root
    if str(catalog.get("/Lang", "")) != "ru-RU":
        yield "7.2: no language"
    if catalog.get("/MarkInfo", {}).get("/Marked") is not True or catalog.MarkInfo.get("/Suspects"):
        yield "7.1: not marked as tagged"
    if catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "7.1: the title is not shown"
    for page in pdf.pages:
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield "7.18.3: tabs do not follow the structure"
    for spec in catalog.get("/AF", []):
        if not str(spec.get("/F", "")) or not str(spec.get("/UF", "")) or "/AFRelationship" not in spec:
            yield "7.11: an attachment without a name or a relationship"


def structure_problems(elements):
    for element, parent in elements:
        name, inside = role(element), [role(kid) for kid in kids(element) if is_element(kid)]
        if name not in PLAIN | KIDS.keys() | PARENTS.keys():
            yield f"7.1: {name} is no standard type"
        if not kids(element) and name not in ("TD", "TH", "Document"):
            yield f"7.1: an empty {name}"
        if name in KIDS and not set(inside) <= KIDS[name]:
            yield f"7.2: {name} holds {inside}"
        if name in KIDS and name != "Form" and len(inside) != len(kids(element)):
            yield f"7.2: {name} holds content of its own"
        if name in PARENTS and (parent is None or role(parent) not in PARENTS[name]):
            yield f"7.2: {name} stands outside {PARENTS[name]}"
        if name == "Table":
            yield from table_problems(element, inside)
        if name == "Figure":
            yield from figure_problems(element)
        if name == "Form" and [str(kid.get("/Type")) for kid in kids(element)] != ["/OBJR"]:
            yield "7.18.4: a form is not one widget"
    yield from heading_problems([role(element) for element, _ in elements])
    notes = Counter(str(element.get("/ID", "")) for element, _ in elements if role(element) == "Note")
    if "" in notes or any(count > 1 for count in notes.values()):
        yield "7.9: notes without ids of their own"
    references = sum(role(element) == "Reference" for element, _ in elements)
    if references < len(notes):
        yield f"7.9: {len(notes)} notes, {references} references"


def table_problems(table, inside):
    if inside.count("THead") > 1 or ("THead" in inside and "TBody" not in inside):
        yield f"7.2: a table of {inside}"
    rows = [element for element, _ in walk(table) if role(element) == "TR"]
    widths = {sum(int(attribute(cell, "/ColSpan", 1)) for cell in kids(row)) for row in rows}
    if len(widths) != 1:
        yield f"7.2: rows of {sorted(widths)} columns"
    heads = [element for element, _ in walk(table) if role(element) == "TH"]
    if not heads or any(attribute(head, "/Scope") is None for head in heads):
        yield "7.5: header cells without scope"


def figure_problems(figure):
    if not str(figure.get("/Alt", "")):
        yield "7.3: a figure without words"
    box = attribute(figure, "/BBox")
    if box is None or float(box[2]) <= float(box[0]) or float(box[3]) <= float(box[1]):
        yield "7.3: a figure without a box"


def heading_problems(roles):
    last = 0
    for level in (int(name[1]) for name in roles if re.fullmatch(r"H\d", name)):
        if level > last + 1:
            yield f"7.4.2: H{level} after H{last}"
        last = level


def annotation_problems(pdf, elements):
    tree = dict(parent_tree(pdf))
    forms = {element.objgen for element, _ in elements if role(element) == "Form"}
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if unseen(annotation, page):
                continue
            home = tree.get(int(annotation.get("/StructParent", -1)))
            if annotation.Subtype == "/Widget" and (home is None or home.objgen not in forms):
                yield "7.18.4: a widget outside a form"
            if annotation.Subtype == "/Widget" and not str(annotation.get("/TU", "")):
                yield "7.18.1: a field without words"
            if annotation.Subtype != "/Widget":
                yield f"7.18: an annotation {annotation.Subtype}"


def unseen(annotation, page) -> bool:
    """A field beyond the sheet, as a signature without a mark has it: nothing to be read aloud."""
    left, bottom, right, top = (float(side) for side in annotation.Rect)
    sheet = [float(side) for side in page.mediabox]
    return top <= sheet[1] or right <= sheet[0] or bottom >= sheet[3] or left >= sheet[2]


def parent_tree(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return zip((int(key) for key in numbers[::2]), numbers[1::2])


def problems(path: str):
    with pikepdf.open(path) as pdf:
        elements = list(walk(pdf.Root.StructTreeRoot.K))
        yield from xmp_problems(pdf)
        yield from catalog_problems(pdf)
        yield from structure_problems(elements)
        yield from annotation_problems(pdf, elements)
        yield from content_problems(pdf, [(element, kids(element)) for element, _ in elements], dict(parent_tree(pdf)))


def main() -> int:
    failed = False
    for path in sys.argv[1:]:
        found = list(dict.fromkeys(problems(path)))
        failed |= bool(found)
        print(f"{path}: {'PDF/UA-1' if not found else 'NOT PDF/UA-1'}", *found[:20], sep="\n  ")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
