"""pyHanko's word on caseNNN.pdf, trusting caseNNN.crt: one line for each file. Usage: judge.py COUNT"""

import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)


def roots(name):
    with open(name, 'rb') as file:
        data = file.read()
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True)] if data else []


def one(signature, trusted):
    moment = signature.self_reported_timestamp
    context = ValidationContext(trust_roots=trusted, moment=moment, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    if not status.intact:
        return 'INVALID'
    coverage = status.coverage.name
    return f"{'VALID' if status.bottom_line else 'not judged valid'}, {coverage}"


def judge(index):
    try:
        with open(f'case{index:03}.pdf', 'rb') as file:
            signatures = PdfFileReader(file).embedded_signatures
            words = [one(signature, roots(f'case{index:03}.crt')) for signature in signatures]
            return ' + '.join(words) or 'no signature'
    except Exception as fault:  # a crash on a crooked file is a verdict too
        return f'refused ({type(fault).__name__})'


for number in range(int(sys.argv[1])):
    print(judge(number))
