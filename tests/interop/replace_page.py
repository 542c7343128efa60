"""Replaces the first page by an incremental update, as an attacker would. Usage: replace_page.py IN OUT."""

import sys

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

with open(sys.argv[1], "rb") as source:
    writer = IncrementalPdfFileWriter(source)
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    forged = generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 700 Td (100 %) Tj ET")
    page["/Contents"] = writer.add_object(forged)
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0))
    with open(sys.argv[2], "wb") as target:
        writer.write(target)
