"""pyHanko signs and verifies. Usage: compare_sign.py sign FOLDER KEY-SIZE TIMES; prints JSON."""

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


def main(_: str, folder: str, wanted: str, times: str) -> None:
    base = pathlib.Path(folder)
    key, size = wanted.split("-")
    signer = signers.SimpleSigner.load_pkcs12(str(base / f"{key}.p12"), passphrase=b"1234")
    trusted = load_cert_from_pemder(str(base / f"{key}.pem"))
    pdf = (base / f"unsigned-{size}.pdf").read_bytes()
    signing, verifying, signed = [], [], b""
    for _ in range(int(times)):
        start = time.perf_counter()
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        field = fields.SigFieldSpec("Signature1", box=(72, 72, 272, 132))
        about = signers.PdfSignatureMetadata(
            field_name="Signature1",
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        signed = signers.PdfSigner(about, signer, new_field_spec=field).sign_pdf(writer).getvalue()
        signing.append((time.perf_counter() - start) * 1000)
    (base / f"pyhanko-{wanted}.pdf").write_bytes(signed)
    for _ in range(int(times)):
        start = time.perf_counter()
        context = ValidationContext(trust_roots=[trusted], allow_fetching=False)
        found = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0]
        status = validate_pdf_signature(found, signer_validation_context=context)
        assert status.bottom_line, status.pretty_print_details()
        verifying.append((time.perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"sign_ms": signing, "verify_ms": verifying, "peak_kb": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
