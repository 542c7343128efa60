"""Bytes of the file, for standard.py: ISO 19005-3, clause 6.1, as a validator reads it that trusts no library.

Every object of every revision is read where its table says it is, packed ones too.
"""

import re
import zlib

SPACE = b"\0\t\n\f\r "
DELIMITER = b"()<>[]{}/%"
FILTERS = {"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "DCTDecode"}
HEADER = re.compile(rb"%PDF-1\.[0-7](\r\n|\n|\r)%[\x80-\xff]{4}")
OBJECT = re.compile(rb"(\d+) (\d+) obj[\r\n]")
GAP = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*")
NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)$")


class Name(str):
    pass


class Reference(int):
    pass


class Reader:
    """One object after another; what breaks a rule on the way is told to `problems`."""

    def __init__(self, data: bytes, at: int, problems: list[str]):
        self.data, self.at, self.problems = data, at, problems

    def skip(self):
        """Over spaces and comments."""
        self.at = GAP.match(self.data, self.at).end()

    def starts(self, word: bytes) -> bool:
        return self.data.startswith(word, self.at)

    def value(self):
        self.skip()
        if self.starts(b"<<"):
            return self.dictionary()
        if self.starts(b"<"):
            return self.hex()
        if self.starts(b"("):
            return self.literal()
        if self.starts(b"["):
            return self.array()
        if self.starts(b"/"):
            return self.name()
        return self.plain()

    def dictionary(self):
        self.at += 2
        found = {}
        self.skip()
        while not self.starts(b">>"):
            key = self.value()
            if not isinstance(key, Name):
                raise ValueError(f"no key of a dictionary at {self.at}: {key!r}")
            if key in found:
                self.problems.append(f"6.1: /{key} stands twice in a dictionary")
            found[key] = self.value()
            self.skip()
        self.at += 2
        return found

    def array(self):
        self.at += 1
        found = []
        self.skip()
        while not self.starts(b"]"):
            found.append(self.value())
            self.skip()
        self.at += 1
        return found

    def hex(self):
        end = self.data.index(b">", self.at)
        digits = bytes(byte for byte in self.data[self.at + 1 : end] if byte not in SPACE)
        self.at = end + 1
        if len(digits) % 2:
            self.problems.append("6.1.6-1: a hexadecimal string of an odd length")
        if not re.fullmatch(rb"[0-9a-fA-F]*", digits):
            self.problems.append("6.1.6-2: a hexadecimal string of other signs")
            return b""
        return self.string(bytes.fromhex(digits.decode().ljust(len(digits) + len(digits) % 2, "0")))

    def literal(self):
        start, depth = self.at, 0
        while True:
            byte = self.data[self.at]
            self.at += 2 if byte == 0x5C else 1
            depth += {0x28: 1, 0x29: -1}.get(byte, 0)
            if depth == 0:
                return self.string(self.data[start + 1 : self.at - 1])

    def string(self, value: bytes) -> bytes:
        if len(value) > 32767:
            self.problems.append(f"6.1.13-3: a string of {len(value)} bytes")
        return value

    def word(self) -> bytes:
        start = self.at
        while self.at < len(self.data) and self.data[self.at] not in SPACE + DELIMITER:
            self.at += 1
        return self.data[start : self.at]

    def name(self):
        self.at += 1
        raw = re.sub(rb"#([0-9a-fA-F]{2})", lambda found: bytes.fromhex(found[1].decode()), self.word())
        if len(raw) > 127:
            self.problems.append(f"6.1.13-4: a name of {len(raw)} bytes")
        try:
            return Name(raw.decode("utf-8"))
        except UnicodeDecodeError:
            self.problems.append(f"6.1.8: the name {raw!r} is not UTF-8")
            return Name(raw.decode("latin-1"))

    def plain(self):
        word = self.word()
        if re.fullmatch(rb"\d+", word):
            pair = re.compile(rb"[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z])").match(self.data, self.at)
            if pair:
                self.at = pair.end()
                return Reference(int(word))
        if NUMBER.match(word):
            return self.number(word.decode())
        if word in (b"true", b"false", b"null"):
            return {b"true": True, b"false": False, b"null": None}[word]
        raise ValueError(f"{word!r} at {self.at}")

    def number(self, word: str):
        if "." not in word:
            if not -(2**31) <= int(word) < 2**31:
                self.problems.append(f"6.1.13-1: the number {word}")
            return int(word)
        if not (float(word) == 0 or 1.175e-38 <= abs(float(word)) <= 3.403e38):
            self.problems.append(f"6.1.13-2: the number {word}")
        return float(word)


class File:
    """Revisions, newest first, and what is wrong with their bytes."""

    def __init__(self, data: bytes):
        self.data, self.problems, self.count = data, [], 0
        self.tables: list[int] = []
        self.trailers: list[dict] = []

    def read(self):
        self.head_and_tail()
        at = self.last_table()
        while at is not None:
            self.tables.append(at)
            trailer = self.table(at) if self.data.startswith(b"xref", at) else self.packed_table(at)
            self.trailers.append(trailer)
            at = trailer.get("Prev")
        self.check_trailers()

    def head_and_tail(self):
        if not HEADER.match(self.data):
            self.problems.append(f"6.1.2: the header is {self.data[:16]!r}")
        tail = self.data[self.data.rindex(b"%%EOF") + 5 :]
        if tail not in (b"", b"\n", b"\r", b"\r\n"):
            self.problems.append(f"6.1.3-3: {len(tail)} bytes after the end")

    def last_table(self) -> int:
        at = self.data.rindex(b"startxref")
        return int(self.data[at + 9 :].split()[0])

    def check_trailers(self):
        for trailer in self.trailers:
            both = trailer.get("ID")
            if not both or len(both) != 2 or not all(isinstance(half, bytes) and len(half) >= 16 for half in both):
                self.problems.append("6.1.3-1: no identifier in a trailer")
            if "Encrypt" in trailer or "XRefStm" in trailer:
                self.problems.append("6.1.3-2: encrypted, or two tables at once")
        if len({trailer["ID"][0] for trailer in self.trailers if trailer.get("ID")}) > 1:
            self.problems.append("6.1.3: revisions of different documents")
        if self.count > 8388607:
            self.problems.append("6.1.13-7: too many objects")

    def table(self, at: int) -> dict:
        if not re.compile(rb"xref(\r\n|\r|\n)\d+ \d+\s*?(\r\n|\r|\n| \n)").match(self.data, at):
            self.problems.append("6.1.4-2: spaces after «xref»")
        reader = Reader(self.data, at + 4, self.problems)
        reader.skip()
        while not reader.starts(b"trailer"):
            first, count = int(reader.word()), (reader.skip(), int(reader.word()))[1]
            reader.skip()
            for number in range(first, first + count):
                row = self.data[reader.at : reader.at + 20]
                if not re.fullmatch(rb"\d{10} \d{5} [nf]( \r| \n|\r\n)", row):
                    self.problems.append(f"6.1.4: the row {row!r} of the table")
                if row[17:18] == b"n":
                    self.object(number, int(row[:10]))
                reader.at += 20
            reader.skip()
        reader.at += 7
        return reader.value()

    def packed_table(self, at: int) -> dict:
        trailer, rows = self.object(None, at)
        widths = trailer["W"]
        rows = unpacked(trailer, rows)
        spans = trailer.get("Index", [0, trailer["Size"]])
        numbers = [n for first, count in zip(spans[::2], spans[1::2]) for n in range(first, first + count)]
        length = sum(widths)
        if len(rows) != length * len(numbers):
            self.problems.append(f"6.1.4: a table of {len(rows)} bytes for {len(numbers)} objects")
        packs = set()
        for index, number in enumerate(numbers):
            row = rows[index * length : (index + 1) * length]
            kind, place = int.from_bytes(row[: widths[0]]), int.from_bytes(row[widths[0] : widths[0] + widths[1]])
            if kind == 1 and place != at:
                self.object(number, place)
            if kind == 2:
                packs.add(place)
        self.packs(packs, numbers, rows, widths)
        return trailer

    def packs(self, packs, numbers, rows, widths):
        """Objects packed into streams: the streams are rows of the same table."""
        length = sum(widths)
        for index, number in enumerate(numbers):
            row = rows[index * length : (index + 1) * length]
            if number in packs and row[0] == 1:
                dictionary, body = self.object(number, int.from_bytes(row[widths[0] : widths[0] + widths[1]]))
                body = unpacked(dictionary, body)
                places = [int(word) for word in body[: dictionary["First"]].split()]
                for place in places[1::2]:
                    Reader(body, dictionary["First"] + place, self.problems).value()
                self.count += len(places) // 2

    def object(self, number, at: int):
        """Reads an object where it should be; gives its value and the bytes of its stream."""
        self.count += 1
        found = OBJECT.match(self.data, at)
        if not found or self.data[at - 1 : at] not in (b"\n", b"\r") or number not in (None, int(found[1])):
            self.problems.append(f"6.1.9: object {number} begins with {self.data[at - 1 : at + 12]!r}")
            return {}, b""
        reader = Reader(self.data, found.end() - 1, self.problems)
        value, stream = reader.value(), b""
        end = reader.at
        if re.compile(rb"[\r\n ]*stream").match(self.data, end):
            stream, end = self.stream(value, self.data.index(b"stream", end) + 6)
        if not re.compile(rb"[ \r\n]*[\r\n]endobj[\r\n]").match(self.data, end):
            self.problems.append(f"6.1.9: object {number} ends with {self.data[end : end + 12]!r}")
        return value, stream

    def stream(self, dictionary: dict, at: int):
        start = at + (2 if self.data[at : at + 2] == b"\r\n" else 1)
        if self.data[at : at + 1] not in (b"\n", b"\r") or (self.data[at] == 13 and start == at + 1):
            self.problems.append("6.1.7-2: «stream» without the end of its line")
        length = dictionary.get("Length")
        if isinstance(length, Reference) or not isinstance(length, int):
            self.problems.append(f"6.1.7-1: the length of a stream stands elsewhere: {length}")
            return b"", self.data.index(b"endstream", start) + 9
        end = re.compile(rb"(\r\n|\r|\n)endstream").match(self.data, start + length)
        if not end:
            self.problems.append(f"6.1.7-1: a stream is not of {length} bytes")
            return b"", self.data.index(b"endstream", start) + 9
        if {"F", "FFilter", "FDecodeParms"} & dictionary.keys():
            self.problems.append("6.1.7-3: a stream in another file")
        filters = dictionary.get("Filter", [])
        for name in filters if isinstance(filters, list) else [filters]:
            if name not in FILTERS:
                self.problems.append(f"6.1.7-4: the filter {name}")
        return self.data[start : start + length], end.end()


def unpacked(dictionary: dict, body: bytes) -> bytes:
    if dictionary.get("Filter") not in ("FlateDecode", ["FlateDecode"]):
        return body
    body = zlib.decompress(body)
    parameters = dictionary.get("DecodeParms") or {}
    if parameters.get("Predictor", 1) < 10:
        return body
    columns, above, out = parameters["Columns"], bytes(parameters["Columns"]), b""
    for at in range(0, len(body), columns + 1):
        above = bytes((a + b) % 256 for a, b in zip(body[at + 1 : at + 1 + columns], above))
        out += above
    return out


def file_problems(data: bytes):
    """What is wrong, and where the tables begin."""
    file = File(data)
    try:
        file.read()
    except (KeyError, ValueError, IndexError, zlib.error) as error:
        file.problems.append(f"6.1: cannot be read: {error!r}")
    return file.problems, sorted(file.tables)
