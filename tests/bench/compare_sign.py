"""pyHanko signs and verifies. Usage: compare_sign.py sign|verify FOLDER KEY-SIZE TIMES; prints JSON."""

import io
import json
import pathlib
import resource
import sys
import time

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

# Milliseconds after which slow work has been measured enough, as in compare.rs.
ENOUGH = 20_000


def signing(base: pathlib.Path, key: str, size: str):
    signer = signers.SimpleSigner.load_pkcs12(str(base / f"{key}.p12"), passphrase=b"1234")
    pdf = (base / f"unsigned-{size}.pdf").read_bytes()

    def sign() -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        field = fields.SigFieldSpec("Signature1", box=(72, 72, 272, 132))
        about = signers.PdfSignatureMetadata(
            field_name="Signature1",
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        return signers.PdfSigner(about, signer, new_field_spec=field).sign_pdf(writer).getvalue()

    return sign


def verifying(base: pathlib.Path, key: str, size: str):
    trusted = load_cert_from_pemder(str(base / f"{key}.pem"))
    signed = (base / f"opora-{key}-{size}.pdf").read_bytes()

    def verify() -> bytes:
        context = ValidationContext(trust_roots=[trusted], allow_fetching=False)
        found = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0]
        status = validate_pdf_signature(found, signer_validation_context=context)
        assert status.bottom_line, status.pretty_print_details()
        return signed

    return verify


def main(what: str, folder: str, wanted: str, times: str) -> None:
    key, size = wanted.split("-")
    work = {"sign": signing, "verify": verifying}[what](pathlib.Path(folder), key, size)
    took, made = [], b""
    while len(took) < min(3, int(times)) or (len(took) < int(times) and sum(took) < ENOUGH):
        start = time.perf_counter()
        made = work()
        took.append((time.perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"ms": took, "bytes": len(made), "peak_kb": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
