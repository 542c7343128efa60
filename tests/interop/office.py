"""Do three forms of one document say the same? Usage: office.py NAME.pdf NAME.docx NAME.xlsx

python-docx and openpyxl read the cells of the tables, pdftotext reads the pages; what differs is printed, exit 1.
"""

import datetime
import re
import subprocess
import sys

import docx
import openpyxl
from docx.oxml.ns import qn
from lxml import etree

HEAD = 4


def squeezed(text: str) -> str:
    """Without spaces and hyphens: pages break words."""
    return re.sub(r"[\s\u00a0\u00ad-]+", "", text)


def plain(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def shown(cell) -> str:
    """A cell as Excel shows it in Russian."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, (int, float)):
        code = cell.number_format
        decimals = len(code.split(".")[1].rstrip("\u00a0%")) if "." in code else 0
        tail = " %" if "%" in code else ""
        return f"{value * (100 if tail else 1):.{decimals}f}".replace(".", ",").replace("-", "−") + tail
    return str(value)


def on_pages(cell: str, pages: str) -> bool:
    """The cell stands on the pages; one taller than a page is torn, and only its words are looked for."""
    return squeezed(cell) in pages or (len(cell) > 20 and all(squeezed(word) in pages for word in cell.split()))


def notes_of(document) -> list[str]:
    """Footnotes in order; those with a type are the lines that part them from the text."""
    part = next((p for p in document.part.package.iter_parts() if str(p.partname) == "/word/footnotes.xml"), None)
    if part is None:
        return []
    notes = etree.fromstring(part.blob).iter(qn("w:footnote"))
    return ["".join(note.itertext()).strip() for note in notes if note.get(qn("w:type")) is None]


def words_of_docx(document, problems: list[str]) -> list[str]:
    """Everything said outside the tables: lists, captions, notes, words of the pictures."""
    calls = len(list(document.element.body.iter(qn("w:footnoteReference"))))
    notes = notes_of(document)
    if calls != len(notes):
        problems.append(f"docx: {calls} calls of {len(notes)} footnotes")
    for drawing in document.element.body.iter(qn("wp:docPr")):
        if not drawing.get("descr"):
            problems.append("docx: a picture without words")
    levels = [p for p in document.paragraphs if p.style.name.startswith("List") and p._p.pPr.numPr is None]
    if levels:
        problems.append("docx: an item of a list without a number")
    return [p.text for p in document.paragraphs if p.text.strip()] + notes


def words_of_xlsx(path: str) -> str:
    return squeezed("".join(shown(cell) for row in openpyxl.load_workbook(path).worksheets[0] for cell in row))


def same_words(word: str, excel: str, pages: str, problems: list[str]) -> None:
    """Paragraphs of the Word file stand on the pages and on the first sheet."""
    sheet = words_of_xlsx(excel)
    pages, sheet = (re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹\d]", "", text) for text in (pages, sheet))
    for text in words_of_docx(docx.Document(word), problems):
        plain_text = re.sub(r"\d", "", squeezed(text))
        if not on_pages(plain_text, pages) and not all(re.sub(r"\d", "", squeezed(w)) in pages for w in text.split()):
            problems.append(f"not in pdf: {text!r}")
        if plain_text not in sheet:
            problems.append(f"not in xlsx: {text!r}")


def of_docx(path: str, problems: list[str]) -> list[list[list[str]]]:
    document = docx.Document(path)
    if not document.core_properties.title or document.core_properties.language != "ru-RU":
        problems.append("docx: no title or language among the properties")
    if document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) != "ru-RU":
        problems.append("docx: the language is not ru-RU")
    if not any(p.style.name == "Title" for p in document.paragraphs):
        problems.append("docx: no title style")
    fields = "".join(
        field.get(qn("w:instr"))
        for section in document.sections
        for field in section.header._element.iter(qn("w:fldSimple"))
    )
    if "PAGE" not in fields or "NUMPAGES" not in fields:
        problems.append("docx: the header does not count pages")
    tables = []
    for table in document.tables:
        if table.style.name != "Таблица документа":
            continue
        if table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is None:
            problems.append("docx: the header of a table is not repeated")
        if any(row._tr.find(".//" + qn("w:cantSplit")) is None for row in table.rows):
            problems.append("docx: a row may be torn")
        rows = []
        for row in table.rows:
            cells = row._tr.tc_lst
            rows.append([docx.table._Cell(cell, table).text for cell in cells])
        tables.append(rows)
    return tables


def of_xlsx(path: str, problems: list[str]) -> list[list[list[str]]]:
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook:
        for row in sheet.iter_rows():
            problems.extend(f"xlsx: {sheet.title}!{c.coordinate} is a formula" for c in row if c.data_type == "f")
        if str(sheet.page_setup.paperSize) != "9" and sheet.sheet_state == "visible":
            problems.append(f"xlsx: {sheet.title} is not A4")
    tables = []
    for sheet in workbook.worksheets[1:]:
        if sheet.sheet_state == "hidden":  # the numbers under the charts
            continue
        if sheet.freeze_panes != f"A{HEAD + 1}" or sheet.print_title_rows != f"${HEAD}:${HEAD}":
            problems.append(f"xlsx: {sheet.title}: the header is not frozen and repeated")
        if not sheet.auto_filter.ref:
            problems.append(f"xlsx: {sheet.title}: no filter")
        across = {area.min_row for area in sheet.merged_cells.ranges}
        rows = []
        for row in sheet.iter_rows(min_row=HEAD):
            cells = row[:1] if row[0].row in across else row
            rows.append([shown(cell) for cell in cells])
        tables.append(rows)
    return tables


def drawn(path: str) -> list[bool]:
    """Which tables are the values of a chart: the pages show the drawing, without the header of its table."""
    sheets = openpyxl.load_workbook(path).worksheets[1:]
    return [bool(sheet._charts) for sheet in sheets if sheet.sheet_state != "hidden"]


def main(pdf: str, word: str, excel: str) -> int:
    problems: list[str] = []
    pages = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    pages = squeezed(re.sub(r"^.*стр\. \d+ из \d+.*$", "", pages, flags=re.M))
    same_words(word, excel, pages, problems)
    left, right, charts = of_docx(word, problems), of_xlsx(excel, problems), drawn(excel)
    if len(left) != len(right):
        problems.append(f"{len(left)} tables in docx, {len(right)} in xlsx")
    for table, (one, two) in enumerate(zip(left, right)):
        if len(one) != len(two):
            problems.append(f"table {table}: {len(one)} rows in docx, {len(two)} in xlsx")
        for at, (a, b) in enumerate(zip(one, two)):
            if [plain(cell) for cell in a] != [plain(cell) for cell in b]:
                problems.append(f"table {table}, row {at}: {a} ≠ {b}")
            if at > 0 or not charts[table]:
                problems.extend(f"not in pdf: {cell!r}" for cell in a if not on_pages(cell, pages))
    print("\n".join(problems[:20]) or f"{sum(map(len, left))} rows agree")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
