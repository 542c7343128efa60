"""Signatures inside, for standard.py: ISO 19005-3, 6.1.12 and 6.4.3, each over the whole of its revision."""

import re

from asn1crypto import cms


def hole(data: bytes, signature) -> tuple[int, int]:
    """Where the hex of this signature stands: found by its content, not by its own word."""
    hexed = bytes(signature.Contents).hex().encode()
    places = [found.start() for found in re.finditer(b"/Contents\\s*<", data)]
    for place in places:
        start = data.index(b"<", place)
        if data[start + 1 : start + 1 + len(hexed)].lower() == hexed:
            return start, start + len(hexed) + 2
    raise ValueError("the signature is not in the file")


def end_of_revision(data: bytes, after: int, tables: list[int]) -> int:
    """The end of the revision: the next table, its %%EOF, one end of line."""
    table = next((at for at in tables if at > after), after)
    end = re.compile(rb"\n *%%EOF(\r\n|\n|\r)?").search(data, table)
    return end.end() if end else len(data)


def signature_problems(pdf, data: bytes, tables: list[int]):
    form = pdf.Root.get("/AcroForm", {})
    fields = list(form.get("/Fields", []))
    signed = [field.V for field in fields if "/V" in field]
    if signed and int(form.get("/SigFlags", 0)) != 3:
        yield "6.4.3: the form does not say that the file is signed"
    names = [str(field.get("/T", "")) for field in fields]
    if len(set(names)) != len(names) or any("." in name or not name for name in names):
        yield f"6.4.3: fields {names}"
    for field in fields:
        if str(field.get("/FT")) != "/Sig" or {"/A", "/AA", "/Kids"} & set(field.keys()):
            yield "6.4.1-2: a field of another kind or with an action"
    for signature in signed:
        yield from one_problems(pdf, signature, data, tables)


def one_problems(pdf, signature, data, tables):
    if not signature.is_indirect:
        yield "6.4.3: the signature stands in its field"
    start, end = hole(data, signature)
    wanted = [0, start, end, end_of_revision(data, end, tables) - end]
    if [int(number) for number in signature.ByteRange] != wanted:
        yield f"6.4.3-1: the range is {list(map(int, signature.ByteRange))}, not {wanted}"
    if str(signature.get("/SubFilter")) not in ("/ETSI.CAdES.detached", "/adbe.pkcs7.detached"):
        yield f"6.4.3: the kind {signature.get('/SubFilter')}"
    if "/DocMDP" in pdf.Root.get("/Perms", {}):
        for reference in signature.get("/Reference", []):
            if {"/DigestLocation", "/DigestMethod", "/DigestValue"} & set(reference.keys()):
                yield "6.1.12-2: a digest in a reference"
    yield from container_problems(bytes(signature.Contents))


def container_problems(contents: bytes):
    try:
        found = cms.ContentInfo.load(contents)
        body = found["content"]
        der = contents[: len(found.dump())]
    except ValueError as error:
        yield f"6.4.3-2: no container: {error}"
        return
    if contents[len(der) :].strip(b"\0"):
        yield "6.4.3-2: bytes after the container"
    if contents[1] == 0x80:
        yield "6.4.3-2: a container of open length is not DER"
    if found["content_type"].native != "signed_data" or len(body["signer_infos"]) != 1:
        yield "6.4.3-3: not exactly one signer"
        return
    signer = body["signer_infos"][0]["sid"].chosen
    certificates = [one.chosen for one in body["certificates"] or []]
    if not any(one.serial_number == signer["serial_number"].native for one in certificates):
        yield "6.4.3-2: the certificate of the signer is not inside"
