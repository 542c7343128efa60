"""What stands on the pages, for pdfua.py: every mark belongs to an element or is declared decoration."""

import pikepdf

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI", "INLINE IMAGE"}
COLOURS = {"rg", "RG", "g", "G"}
OTHER_COLOURS = {"k", "K", "sc", "SC", "scn", "SCN", "cs", "CS"}


def content_problems(pdf, elements, tree):
    """Content against the elements with their kids, both ways."""
    said = set(marks_of_elements(pdf, elements))
    shown = set()
    for number, page in enumerate(pdf.pages):
        if tree.get(int(page.obj.get("/StructParents", -1))) is None and shows_text(page):
            yield f"7.1: page {number + 1} is not in the parent tree"
        parents = tree.get(int(page.obj.get("/StructParents", -1)), [])
        for mcid, problem in page_marks(page):
            if problem:
                yield f"{problem} on page {number + 1}"
            elif mcid is not None:
                shown.add((number, mcid))
                if mcid >= len(parents) or "/S" not in parents[mcid]:
                    yield f"7.1: mark {mcid} of page {number + 1} has no element"
        yield from image_problems(page)
    if said != shown:
        yield f"7.1: elements and pages differ in {sorted(said ^ shown)[:5]}"


def shows_text(page) -> bool:
    return any(mcid is not None for mcid, _ in page_marks(page))


def marks_of_elements(pdf, elements):
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for element, kids in elements:
        for kid in kids:
            if isinstance(kid, int):
                yield pages[element.Pg.objgen], kid
            elif kid.get("/Type") == "/MCR":
                yield pages[kid.Pg.objgen], int(kid.MCID)


def page_marks(page):
    """Ids of marked content in order, and what is wrong with the rest."""
    open_marks = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            if open_marks:
                yield None, "7.1: marked content inside marked content"
            open_marks.append(str(operands[0]))
            properties = operands[1] if name == "BDC" else {}
            if "/MCID" in properties:
                yield int(properties["/MCID"]), None
            elif str(operands[0]) != "/Artifact":
                yield None, f"7.1: {operands[0]} without an id"
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINTING and not open_marks:
            yield None, f"7.1: {name} is neither tagged nor decoration"
        elif name in OTHER_COLOURS:
            yield None, f"6.2.4: colour by {name}"
    if open_marks:
        yield None, "7.1: marked content is not closed"


def image_problems(page):
    resources = page.resources
    for name, image in (resources.get("/XObject", {}) or {}).items():
        if image.get("/Subtype") == "/Image":
            if str(image.get("/ColorSpace")) not in ("/DeviceRGB", "/DeviceGray"):
                yield f"6.2.4: colours of the picture {name}: {image.get('/ColorSpace')}"
            if "/SMask" in image or image.get("/Interpolate"):
                yield f"6.2: the picture {name} is transparent or smoothed"
    for key in ("/ExtGState", "/Shading", "/Pattern"):
        if resources.get(key):
            yield f"6.2: {key} on a page"
