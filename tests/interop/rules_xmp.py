"""The XMP packet, for standard.py: ISO 19005-3, 6.6: well formed, of known properties, each of its own type."""

import re

from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)")
# Namespace, its prefix, properties with their types.
KNOWN = {
    "http://purl.org/dc/elements/1.1/": (
        "dc",
        {"format": "text", "title": "Alt", "creator": "Seq", "description": "Alt", "language": "Bag", "subject": "Bag"},
    ),
    "http://ns.adobe.com/xap/1.0/": (
        "xmp",
        {"CreatorTool": "text", "CreateDate": "date", "ModifyDate": "date", "MetadataDate": "date"},
    ),
    "http://ns.adobe.com/pdf/1.3/": ("pdf", {"Producer": "text", "Keywords": "text"}),
    "http://www.aiim.org/pdfa/ns/id/": ("pdfaid", {"part": "3", "conformance": "A"}),
    "http://www.aiim.org/pdfua/ns/id/": ("pdfuaid", {"part": "1"}),
    "http://www.aiim.org/pdfa/ns/extension/": ("pdfaExtension", {"schemas": "Bag"}),
}


def xmp_problems(data: bytes):
    head = re.match(rb"<\?xpacket (.*?)\?>", data)
    if not head or re.search(rb"\b(bytes|encoding)\s*=", head[1]):
        yield "6.6.2.1-2: the head of the packet"
    if not data.rstrip().endswith((b'<?xpacket end="r"?>', b'<?xpacket end="w"?>')):
        yield "6.6.2.1: the tail of the packet"
    try:
        data.decode("utf-8")
        root = etree.fromstring(data[data.index(b"<x:xmpmeta") : data.index(b"<?xpacket end")])
    except (UnicodeDecodeError, etree.XMLSyntaxError, ValueError) as error:
        yield f"6.6.2.1-4: {error}"
        return
    seen = set()
    for description in root.iter(f"{{{RDF}}}Description"):
        if description.get(f"{{{RDF}}}about") != "":
            yield "6.6.2.1: a description of something else"
        for one in description:
            yield from property_problems(one)
            if one.tag in seen:
                yield f"6.6.2: {one.tag} twice"
            seen.add(one.tag)
    for name in ("part", "conformance"):
        if f"{{http://www.aiim.org/pdfa/ns/id/}}{name}" not in seen:
            yield f"6.6.4: no pdfaid:{name}"


def property_problems(one):
    name = etree.QName(one)
    prefix, kinds = KNOWN.get(name.namespace, (None, {}))
    kind = kinds.get(name.localname)
    if kind is None or one.prefix != prefix:
        yield f"6.6.2.3-7: the property {one.prefix}:{name.localname}"
        return
    inside = [etree.QName(kid).localname for kid in one]
    if kind in ("Alt", "Seq", "Bag"):
        if inside != [kind] or not len(one[0]) or one[0].tag != f"{{{RDF}}}{kind}":
            yield f"6.6.2.3-7: {name.localname} holds {inside}"
        elif kind == "Alt" and one[0][0].get(f"{{{XML}}}lang") != "x-default":
            yield f"6.6.2.3-7: {name.localname} in no language"
        return
    text = one.text or ""
    if inside or not text.strip():
        yield f"6.6.2.3-7: {name.localname} is no text"
    if kind == "date" and not DATE.fullmatch(text):
        yield f"6.6.2.3-7: {name.localname} is {text}"
    if kind in ("3", "A", "1") and text != kind:
        yield f"6.6.4: {prefix}:{name.localname} is {text}"
