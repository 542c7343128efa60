"""Is the file PDF/A-3b? Usage: pdfa.py FILE…; prints what is wrong, exit 1 if anything is.

pikepdf's validator knows level B, no forms and no extension schemas, so four things are changed in memory first:
the declared level A becomes B, the form and annotations of a signature are taken out, and the identifier of PDF/UA
with the schema that describes it becomes spaces (pdfua.py judges both).
"""

import io
import re
import sys

import pikepdf
from pikepdf import pdfa


def without_signature(data: bytes) -> bytes:
    """The same pages without the widget that a signature adds."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/AcroForm" not in pdf.Root:
            return data
        del pdf.Root.AcroForm
        if "/Perms" in pdf.Root:
            del pdf.Root.Perms
        for page in pdf.pages:
            if "/Annots" in page:
                del page.Annots
        out = io.BytesIO()
        pdf.save(out, static_id=False, fix_metadata_version=False)
        return out.getvalue()


PDFUA = re.compile(rb'<rdf:Description rdf:about="" xmlns:pdfuaid=.*?</pdfaExtension:schemas>\s*</rdf:Description>', re.S)


def without_pdfua(data: bytes) -> bytes:
    """The same length: offsets stay."""
    return PDFUA.sub(lambda found: b" " * len(found[0]), data)


def problems(path: str) -> list[str]:
    with open(path, "rb") as file:
        data = without_signature(file.read())
    level_a = b"<pdfaid:conformance>A</pdfaid:conformance>"
    if data.count(level_a) != 1:
        return ["level A is not declared exactly once"]
    data = without_pdfua(data).replace(level_a, level_a.replace(b">A<", b">B<"))
    result = pdfa.validate_written(io.BytesIO(data), "3b")
    return [] if result.passed else result.summary().splitlines()


def main() -> int:
    failed = False
    for path in sys.argv[1:]:
        found = problems(path)
        failed |= bool(found)
        print(f"{path}: {'PDF/A-3b' if not found else 'NOT PDF/A-3b'}", *found, sep="\n  ")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
