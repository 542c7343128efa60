"""What other programs add to a signed file. Usage: additions.py KIND IN OUT, in a folder with the keys."""

import sys

from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle

KIND, SOURCE, TARGET = sys.argv[1:]


def stamper():
    return timestamps.DummyTimeStamper(
        tsa_cert=load_cert_from_pemder("tsa.pem"),
        tsa_key=load_private_key_from_pemder("tsa.key", None),
    )


def sign(writer, target, field, spec):
    person = signers.SimpleSigner.load("own.key", "own.pem")
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    style = TextStampStyle(stamp_text="Signed")
    signer = signers.PdfSigner(meta, person, new_field_spec=spec, stamp_style=style)
    signer.sign_pdf(writer, output=target)


with open(SOURCE, "rb") as source, open(TARGET, "wb") as target:
    if KIND == "store":
        certificate = load_cert_from_pemder("ca.pem")
        writer = IncrementalPdfFileWriter(source)
        DocumentSecurityStore.supply_dss_in_writer(writer, b"00", certs=[certificate])
        writer.write(target)
    elif KIND == "stamp":
        signers.PdfTimeStamper(stamper()).timestamp_pdf(
            IncrementalPdfFileWriter(source), "sha256", output=target
        )
    elif KIND == "visible":
        spec = fields.SigFieldSpec("Theirs", on_page=0, box=(60, 500, 260, 600))
        sign(IncrementalPdfFileWriter(source), target, "Theirs", spec)
    elif KIND == "kept":
        sign(IncrementalPdfFileWriter(source), target, "Директор", None)
