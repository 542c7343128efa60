//! Ways to spoil a file: blind ones, words of PDF, the structure of ASN.1 inside `/Contents`, and later savings.

/// Words that mean something to a PDF reader.
const WORDS: [&str; 28] = [
    "/ByteRange",
    "/Contents",
    "[0 0 0 0]",
    "[0 1 2 3]",
    "<00>",
    "()",
    "endobj",
    "endstream",
    "stream\n",
    "xref\n",
    "trailer\n",
    "startxref\n0\n",
    "%%EOF\n",
    "/Prev 0",
    "/XRefStm 9",
    "/Type/Sig",
    "/V 1 0 R",
    "/Kids[1 0 R]",
    "/Length 99999999",
    "/DecodeParms<</Predictor 12/Columns 99999999>>",
    "/Filter/FlateDecode",
    "<<",
    ">>",
    "[",
    "99999999999",
    "-1",
    "/W[8 8 8]",
    "/Size 4294967295",
];

/// Reproducible noise (xorshift64*).
pub(crate) struct Noise(u64);

impl Noise {
    pub(crate) fn new(seed: u64) -> Noise {
        Noise(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }
}

/// One to three spoilings of `good`.
pub(crate) fn spoil(good: &[u8], is_pdf: bool, noise: &mut Noise) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..=noise.below(3) {
        match noise.below(if is_pdf { 12 } else { 9 }) {
            0 | 1 => flip(&mut bytes, noise),
            2 => fill(&mut bytes, noise),
            3 => bytes.truncate(noise.below(bytes.len() + 1)),
            4 => remove(&mut bytes, noise),
            5 => splice(&mut bytes, good, noise),
            6 | 7 if !is_pdf => asn1(&mut bytes, noise),
            6 => insert_word(&mut bytes, noise),
            7 => change_number(&mut bytes, noise),
            8 => append(&mut bytes, good, noise),
            9 | 10 => container(&mut bytes, noise),
            _ => saving(&mut bytes, noise),
        }
    }
    bytes
}

fn flip(bytes: &mut [u8], noise: &mut Noise) {
    for _ in 0..=noise.below(6) {
        let at = noise.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << noise.below(8);
        }
    }
}

fn block(length: usize, noise: &mut Noise) -> std::ops::Range<usize> {
    let start = noise.below(length);
    start..(start + 1 + noise.below(200)).min(length)
}

fn fill(bytes: &mut [u8], noise: &mut Noise) {
    let range = block(bytes.len(), noise);
    bytes[range].fill([0, b'0', b' ', 0xff, b'<'][noise.below(5)]);
}

fn remove(bytes: &mut Vec<u8>, noise: &mut Noise) {
    let range = block(bytes.len(), noise);
    bytes.drain(range);
}

fn splice(bytes: &mut Vec<u8>, good: &[u8], noise: &mut Noise) {
    let piece = good[block(good.len(), noise)].to_vec();
    let at = noise.below(bytes.len() + 1);
    bytes.splice(at..at, piece);
}

fn append(bytes: &mut Vec<u8>, good: &[u8], noise: &mut Noise) {
    bytes.extend_from_slice(&good[block(good.len(), noise)]);
}

fn insert_word(bytes: &mut Vec<u8>, noise: &mut Noise) {
    let word = WORDS[noise.below(WORDS.len())].as_bytes();
    let at = noise.below(bytes.len() + 1);
    match noise.below(2) {
        0 => drop(bytes.splice(at..at, word.iter().copied())),
        _ => drop(bytes.splice(at..(at + word.len()).min(bytes.len()), word.iter().copied())),
    }
}

fn change_number(bytes: &mut [u8], noise: &mut Noise) {
    let from = noise.below(bytes.len());
    if let Some(at) = bytes[from..].iter().position(u8::is_ascii_digit) {
        bytes[from + at] = b'0' + u8::try_from(noise.below(10)).unwrap();
    }
}

/// A saving as an editor makes it: one object redefined, a table that points to it.
fn saving(bytes: &mut Vec<u8>, noise: &mut Noise) {
    let object = 1 + noise.below(20);
    let bodies = [
        "<</Type/Page>>",
        "<</Type/Catalog/Pages 1 0 R>>",
        "<</Length 3>>\nstream\nabc\nendstream",
        "null",
        "[]",
    ];
    let at = bytes.len();
    let body = bodies[noise.below(bodies.len())];
    let text = format!("{object} 0 obj\n{body}\nendobj\n");
    let table = at + text.len();
    let previous = noise.below(at + 1);
    bytes.extend_from_slice(text.as_bytes());
    bytes.extend_from_slice(
        format!("xref\n{object} 1\n{at:010} 00000 n \ntrailer\n<</Size 99/Root 1 0 R/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n")
            .as_bytes(),
    );
}

/// Spoil the ASN.1 inside the hex of a `/Contents`, keeping the hole as wide as it was.
fn container(bytes: &mut [u8], noise: &mut Noise) {
    let Some(start) = memchr::memmem::rfind(bytes, b"/Contents<").map(|at| at + 10) else { return };
    let Some(end) = memchr::memchr(b'>', &bytes[start..]).map(|at| start + at) else { return };
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or(0) as u8;
    let mut der: Vec<u8> =
        bytes[start..end].chunks_exact(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect();
    let used = der.iter().rposition(|&byte| byte != 0).map_or(0, |at| at + 1);
    der.truncate(used);
    asn1(&mut der, noise);
    let hex: String = der.iter().map(|byte| format!("{byte:02x}")).collect();
    let width = end - start;
    let hex = format!("{hex:0<width$}");
    bytes[start..end].copy_from_slice(&hex.as_bytes()[..width]);
}

/// Go down a few levels and change a tag, a length, a byte of a value, or repeat or drop a value.
fn asn1(der: &mut Vec<u8>, noise: &mut Noise) {
    let mut range = 0..der.len();
    for _ in 0..noise.below(9) {
        let inner = children(&der[range.clone()]);
        if inner.is_empty() {
            break;
        }
        let child = inner[noise.below(inner.len())].clone();
        range = range.start + child.start..range.start + child.end;
    }
    if range.is_empty() {
        return;
    }
    match noise.below(6) {
        0 => {
            der[range.start] =
                [0x02, 0x03, 0x04, 0x05, 0x06, 0x17, 0x30, 0x31, 0xa0, 0xa1, 0x24][noise.below(11)]
        }
        1 if range.len() > 1 => der[range.start + 1] = [0, 1, 0x7f, 0x80, 0x81, 0x84, 0xff][noise.below(7)],
        2 => drop(der.drain(range)),
        3 => {
            let copy = der[range.clone()].to_vec();
            drop(der.splice(range.start..range.start, copy));
        }
        _ => {
            let at = range.start + noise.below(range.len());
            der[at] ^= 1 << noise.below(8);
        }
    }
}

/// The values inside the one that `der` starts with.
fn children(der: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let Some((mut at, end)) = body(der).filter(|_| der[0] & 0x20 != 0) else { return found };
    while at < end {
        let Some((_, length)) = body(&der[at..end]) else { break };
        found.push(at..at + length);
        at += length;
    }
    found
}

fn body(der: &[u8]) -> Option<(usize, usize)> {
    let first = usize::from(*der.get(1)?);
    let (head, length) = match first {
        0..=0x7f => (2, first),
        0x81..=0x84 => {
            let digits = der.get(2..2 + (first & 0x7f))?;
            (2 + digits.len(), digits.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte)))
        }
        _ => return None,
    };
    (head + length <= der.len()).then_some((head, head + length))
}
