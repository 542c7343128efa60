"""Every rule of PDF/A-3a and PDF/UA-1 that a program can check. Usage: standard.py FILE…; prints what is wrong, exit 1.

The rules are named by clause and number as the reference validator's profiles have them; those of the structure are in
pdfua.py, and pikepdf's own validator (pdfa.py) looks at the same files apart.
"""

import sys

import pikepdf

import pdfua
from rules_file import file_problems
from rules_fonts import font_problems
from rules_pages import whole_problems
from rules_signed import signature_problems
from rules_xmp import xmp_problems


def told(path: str) -> list[str]:
    """What is wrong; a file that a judge stumbles over is wrong too."""
    found = []
    try:
        for problem in problems(path):
            found.append(problem)
    except Exception as error:  # noqa: BLE001
        found.append(f"cannot be read: {error!r}")
    return list(dict.fromkeys(found))


def problems(path: str):
    with open(path, "rb") as file:
        data = file.read()
    found, tables = file_problems(data)
    yield from found
    with pikepdf.open(path) as pdf:
        yield from font_problems(pdf)
        yield from whole_problems(pdf)
        yield from signature_problems(pdf, data, tables)
        yield from xmp_problems(pdf.Root.Metadata.read_bytes())
    yield from pdfua.problems(path)


def main() -> int:
    failed = False
    for path in sys.argv[1:]:
        found = told(path)
        failed |= bool(found)
        print(f"{path}: {'by the standard' if not found else 'NOT by the standard'}", *found[:20], sep="\n  ")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
