"""What pages, the catalog and the rest of the objects may hold, for standard.py: ISO 19005-3, 6.2–6.5, 6.7–6.11."""

import re
import struct

import pikepdf

LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
MIME = re.compile(r"/[-\w+.]+/[-\w+.]+")
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG "
    "rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" INLINE".split()
)
ACTIONS = {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"}
PATHS = {"m", "l", "c", "v", "y", "re", "h", "n", "W", "W*"}


def intent_problems(catalog):
    intents = list(catalog.get("/OutputIntents", []))
    if [str(one.get("/S")) for one in intents] != ["/GTS_PDFA1"]:
        yield f"6.2.3: intents {[str(one.get('/S')) for one in intents]}"
        return
    profile = intents[0].DestOutputProfile
    head = profile.read_bytes()[:128]
    size, version, kind, space = struct.unpack(">I4xB3x4s4s", head[:20])
    if kind not in (b"mntr", b"prtr") or space != b"RGB " or version >= 5 or size != len(profile.read_bytes()):
        yield f"6.2.3-1: the profile is {kind!r} of {space!r}, version {version}, {size} bytes"
    if int(profile.get("/N", 0)) != 3:
        yield "6.2.3: the profile has not three colours"


def catalog_problems(pdf):
    catalog = pdf.Root
    for key in ("/AA", "/OCProperties", "/Requirements", "/NeedsRendering", "/Collection", "/OpenAction"):
        if key in catalog:
            yield f"6.5–6.11: {key} in the catalog"
    if "/AlternatePresentations" in catalog.get("/Names", {}) or "/JavaScript" in catalog.get("/Names", {}):
        yield "6.10-1: what the names of the catalog hold"
    if catalog.get("/Version") is not None:
        yield "6.1.2: a version in the catalog"
    if "/XFA" in catalog.get("/AcroForm", {}) or catalog.get("/AcroForm", {}).get("/NeedAppearances"):
        yield "6.4: a form of another kind"
    if any(str(key) not in ("/DocMDP", "/UR3") for key in catalog.get("/Perms", {})):
        yield "6.1.12-1: other permissions"
    if str(catalog.Metadata.get("/Type")) != "/Metadata" or "/Filter" in catalog.Metadata:
        yield "6.6.2.1: the metadata is not plain"
    yield from file_problems(pdf)


def file_problems(pdf):
    """Attachments: each is named, described, dated, of a kind, and belongs to the document."""
    catalog, associated = pdf.Root, {one.objgen for one in pdf.Root.get("/AF", [])}
    named = list(catalog.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))
    names = [bytes(name) for name in named[::2]]
    if names != sorted(names) or len(set(names)) != len(names):
        yield f"6.8: names of attachments {names}"
    if associated != {spec.objgen for spec in named[1::2]}:
        yield "6.8-4: an attachment that belongs to nothing"
    for spec in named[1::2]:
        file = spec.EF.F
        if not str(spec.get("/F", "")) or not str(spec.get("/UF", "")) or not str(spec.get("/Desc", "")):
            yield "6.8-2: an attachment without a name or a description"
        if str(spec.get("/AFRelationship")) not in ("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"):
            yield "6.8-3: an attachment without a relationship"
        if not MIME.fullmatch(str(file.get("/Subtype", ""))) or spec.EF.UF.objgen != file.objgen:
            yield f"6.8-1: an attachment of the kind {file.get('/Subtype')}"
        if "/ModDate" not in file.Params or int(file.Params.Size) != len(file.read_bytes()):
            yield "6.8: an attachment without a date or of another size"


def object_problems(pdf):
    """Rules for things wherever they stand."""
    for one in pdf.objects:
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if "/Lang" in one and not LANGUAGE.fullmatch(str(one.Lang)):
            yield f"6.7.4: the language {one.Lang}"
        if "/EF" in one and "/AFRelationship" not in one:
            yield "6.8-3: an attachment without a relationship"
        for key in ("/A", "/OpenAction", "/Next"):
            action = one.get(key)
            if isinstance(action, pikepdf.Dictionary) and "/S" in action and "/O" not in action:
                if str(action.S) not in ACTIONS:
                    yield f"6.5.1: the action {action.S}"
        kind = str(one.get("/Subtype", ""))
        if kind == "/Image":
            yield from image_problems(one)
        if kind == "/PS" or (kind == "/Form" and {"/PS", "/OPI", "/Ref", "/Subtype2"} & set(one.keys())):
            yield "6.2.9: a form of PostScript"
        if str(one.get("/Type", "")) == "/ExtGState" and {"/TR", "/TR2", "/HTP", "/HT", "/SMask"} & set(one.keys()):
            yield f"6.2.5: the state {list(one.keys())}"
        if "/SMask" in one or str(one.get("/S", "")) == "/Transparency":
            yield "6.2.10: transparency"


def image_problems(image):
    if image.get("/Interpolate") or "/Alternates" in image or "/OPI" in image:
        yield "6.2.8: a picture smoothed, with others beside it, or elsewhere"
    filters = image.get("/Filter", [])
    filters = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    data = image.read_raw_bytes()
    if filters == ["/DCTDecode"]:
        channels = {"/DeviceGray": 1, "/DeviceRGB": 3}.get(str(image.ColorSpace))
        if jpeg_channels(data) != channels:
            yield f"6.2.8: a JPEG of {jpeg_channels(data)} colours in {image.ColorSpace}"
    elif int(image.BitsPerComponent) not in (1, 2, 4, 8):
        yield f"6.2.8: {image.BitsPerComponent} bits a colour"


def jpeg_channels(data: bytes):
    at = 2
    while at < len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker in (0xC0, 0xC1, 0xC2):
            return data[at + 9]
        at += 2 + length
    return None


def page_problems(pdf):
    for number, page in enumerate(pdf.pages):
        where = f"page {number + 1}"
        if {"/AA", "/PresSteps", "/Group"} & set(page.keys()):
            yield f"6.5.2: {where} holds {list(page.keys())}"
        if "/Resources" not in page.obj:
            yield f"6.2.2-2: {where} inherits its resources"
        for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            box = [float(side) for side in page.obj.get(key, [0, 0, 100, 100])]
            if not all(3 <= abs(side) <= 14400 for side in (box[2] - box[0], box[3] - box[1])):
                yield f"6.1.13-11: {where}: {key} is {box}"
        if page.get("/Annots") and str(page.get("/Tabs")) != "/S":
            yield f"7.18.3: {where}: tabs"
        for problem in content_problems(page):
            yield f"{problem} on {where}"
        for annotation in page.get("/Annots", []):
            yield from annotation_problems(annotation, page)


def content_problems(page):
    """Operators known, states in pairs, resources named, nothing of a path left between marks."""
    depth, inside, text = 0, 0, False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name not in OPERATORS and not name.startswith("INLINE"):
            yield f"6.2.2-1: the operator {name}"
        depth += {"q": 1, "Q": -1}.get(name, 0)
        inside += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
        if depth > 28 or depth < 0 or inside < 0:
            yield f"6.1.13-8: {depth} states, {inside} marks deep"
        if name in ("BT", "ET"):
            if text == (name == "BT"):
                yield "6.2.2: a text object inside another"
            text = name == "BT"
        if name in PATHS and not inside:
            yield f"7.1-3: {name} between marks"
        if name in ("Tf", "Do", "gs"):
            kind = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState"}[name]
            if str(operands[0]) not in page.resources.get(kind, {}):
                yield f"6.2.2-2: {operands[0]} is not among the resources"
        if name == "Tr" and int(operands[0]) != 0:
            yield f"6.2.11: text of the kind {operands[0]}"
        if name == "ri":
            yield f"6.2.6: the intent {operands[0]}"
    if depth or inside or text:
        yield f"6.2.2: {depth} states and {inside} marks are left open"


def annotation_problems(annotation, page):
    kind, flags = str(annotation.get("/Subtype")), annotation.get("/F")
    box = [float(side) for side in annotation.Rect]
    flat = box[0] == box[2] and box[1] == box[3]
    if kind not in ("/Widget", "/Link"):
        yield f"6.3.1: the annotation {kind}"
    if flags is None or int(flags) & (1 | 2 | 32 | 256) or not int(flags) & 4:
        yield f"6.3.2: flags {flags}"
    if kind == "/Widget" and not flat:
        look = annotation.get("/AP")
        if look is None or list(look.keys()) != ["/N"] or not isinstance(look.N, pikepdf.Stream):
            yield "6.3.3: a widget without one look"
        elif str(look.N.get("/Subtype")) != "/Form" or "/Resources" not in look.N or "/BBox" not in look.N:
            yield "6.2.2-2: the look of a widget"
    if {"/A", "/AA"} & set(annotation.keys()):
        yield "6.4.1: an action of a widget"
    if annotation.get("/P") is None or annotation.P.objgen != page.obj.objgen:
        yield "6.3: a widget of another page"
    if kind == "/Link" and not str(annotation.get("/Contents", "")):
        yield "7.18.5-2: a link without words"
    if kind == "/Widget" and not str(annotation.get("/TU", "")):
        yield "7.18.1-3: a field without words"


def page_set_problems(pdf):
    """The way back from marks to elements: every key once, none past the next one."""
    root = pdf.Root.StructTreeRoot
    keys = [int(key) for key in list(root.ParentTree.Nums)[::2]]
    if keys != sorted(set(keys)) or int(root.get("/ParentTreeNextKey", -1)) <= max(keys, default=-1):
        yield f"7.1: the keys of the parent tree are {keys[:9]}, the next {root.get('/ParentTreeNextKey')}"
    if "/RoleMap" in root:
        yield "7.1-7: a role map where every role is a standard one"
    used = [int(page.obj.StructParents) for page in pdf.pages if "/StructParents" in page.obj]
    used += [int(one.StructParent) for page in pdf.pages for one in page.get("/Annots", []) if "/StructParent" in one]
    if len(used) != len(set(used)):
        yield "7.1: a key of the parent tree is used twice"
    yield from parent_problems(root.K, root)
    named = list(root.get("/IDTree", {}).get("/Names", []))
    names = [bytes(name) for name in named[::2]]
    if names != sorted(set(names)) or any(bytes(one.ID) != name for name, one in zip(names, named[1::2])):
        yield "7.9: the tree of notes"


def parent_problems(element, parent):
    if element.P.objgen != parent.objgen:
        yield f"7.1: {element.S} does not know its parent"
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from parent_problems(kid, element)


def whole_problems(pdf):
    yield from intent_problems(pdf.Root)
    yield from catalog_problems(pdf)
    yield from object_problems(pdf)
    yield from page_problems(pdf)
    yield from page_set_problems(pdf)
