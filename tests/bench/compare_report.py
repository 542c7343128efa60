"""A peer draws the report. Usage: compare_report.py typst|weasyprint FOLDER CONTENT.json TIMES; prints JSON."""

import html
import json
import pathlib
import resource
import sys
import time


# Milliseconds after which a slow engine has been measured enough, as in compare.rs.
ENOUGH = 20_000


def varied(content: dict, run: int) -> dict:
    """The number of the run in each row: no two runs draw the same."""
    rows = [[*row[:1], row[1].rsplit(" ", 1)[0] + f" {i + run}", *row[2:]] for i, row in enumerate(content["rows"])]
    return content | {"rows": rows}


TYPST = """
#let content = json("run.json")
#set document(title: content.title, author: "Школа", date: datetime(year: 2024, month: 12, day: 25))
#set page(paper: "a4", margin: (left: 30mm, right: 10mm, top: 20mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 [
    #align(center)[стр. #counter(page).display() из #counter(page).final().first()]
  ])
#set text(font: "Liberation Serif", size: 12pt, lang: "ru", hyphenate: true)
#set par(justify: true, first-line-indent: (amount: 12.5mm, all: true))
#align(center)[#heading(level: 1)[ОТЧЁТ \\ #content.title]]
#content.intro
#set text(size: 9.5pt)
#set par(justify: false, first-line-indent: 0mm)
#table(
  columns: content.columns.map(column => column.weight * 1fr),
  stroke: 0.5pt + luma(35%),
  inset: (x: 4.8pt, y: 2.5pt),
  table.header(..content.columns.map(column => table.cell(fill: luma(93%))[*#column.title*])),
  ..content.rows.flatten(),
)
"""


def of_typst(folder: pathlib.Path, content: dict):
    import typst

    (folder / "report.typ").write_text(TYPST, encoding="utf-8")
    compiler = None

    def draw(run: int) -> bytes:
        nonlocal compiler
        (folder / "run.json").write_text(json.dumps(varied(content, run), ensure_ascii=False), encoding="utf-8")
        if compiler is None:
            fonts = {"font_paths": [content["fonts"]], "ignore_system_fonts": True}
            compiler = typst.Compiler(str(folder / "report.typ"), root=str(folder), **fonts)
        return compiler.compile(format="pdf", pdf_standards=["a-3a"])

    return draw


CSS = """
@font-face {{ font-family: Own; src: url("file://{fonts}/LiberationSerif-Regular.ttf") }}
@font-face {{ font-family: Own; font-weight: bold; src: url("file://{fonts}/LiberationSerif-Bold.ttf") }}
@page {{ size: A4; margin: 20mm 10mm 20mm 30mm;
  @top-center {{ content: "стр. " counter(page) " из " counter(pages); font: 10pt Own }} }}
@page :first {{ @top-center {{ content: none }} }}
body {{ font: 12pt Own; hyphens: auto }}
h1 {{ font-size: 14pt; text-align: center }}
p {{ text-align: justify; text-indent: 12.5mm }}
table {{ border-collapse: collapse; width: 100%; font-size: 9.5pt; table-layout: fixed }}
td, th {{ border: 0.5pt solid #595959; padding: 2.5pt 4.8pt; vertical-align: top }}
th {{ background: #ecedf0 }}
tr {{ break-inside: avoid }}
"""


def of_weasyprint(folder: pathlib.Path, content: dict):
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    total = sum(column["weight"] for column in content["columns"])
    head = "".join(
        f'<th scope="col" style="width:{column["weight"] / total:.2%}">{html.escape(column["title"])}</th>'
        for column in content["columns"]
    )

    def draw(run: int) -> bytes:
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
            for row in varied(content, run)["rows"]
        )
        page = (
            f'<html lang="ru"><head><title>{content["title"]}</title><style>{CSS.format(fonts=content["fonts"])}</style>'
            f"</head><body><h1>ОТЧЁТ<br>{content['title']}</h1><p>{content['intro']}</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></body></html>"
        )
        fonts = FontConfiguration()
        return weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/a-3a", font_config=fonts)

    return draw


def main(engine: str, folder: str, path: str, times: str) -> None:
    content = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    draw = {"typst": of_typst, "weasyprint": of_weasyprint}[engine](pathlib.Path(folder), content)
    took, made = [], b""
    while len(took) < min(3, int(times)) or (len(took) < int(times) and sum(took) < ENOUGH):
        start = time.perf_counter()
        made = draw(len(took))
        took.append((time.perf_counter() - start) * 1000)
    (pathlib.Path(folder) / f"{engine}-{len(content['rows'])}.pdf").write_bytes(made)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"ms": took, "bytes": len(made), "peak_kb": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
