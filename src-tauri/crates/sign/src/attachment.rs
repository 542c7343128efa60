//! The files embedded in a PDF.

use lopdf::{Dictionary, Document, Object};

use crate::pdf;

/// How deep and wide a tree of names may be before it is taken for an attack.
const MAX_DEPTH: usize = 16;
const MAX_NODES: usize = 10_000;
/// The largest embedded file returned, in bytes.
const MAX_ATTACHMENT_BYTES: usize = 64 * 1024 * 1024;

/// The embedded file called `name`, unpacked (up to 64 MB). `None` if there is none, if the PDF cannot be read, or
/// if two files bear that name. The bytes are as untrusted as the PDF: look at the verdict first.
pub fn attachment(pdf: &[u8], name: &str) -> Option<Vec<u8>> {
    let document = pdf::open(pdf)?;
    let mut found = specifications(&document)?
        .into_iter()
        .filter(|spec| file_name(&document, spec) == Some(name.to_owned()));
    let only = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let files = resolve(&document, only.get(b"EF").ok()?)?.as_dict().ok()?;
    let stream = resolve(&document, files.get(b"F").or_else(|_| files.get(b"UF")).ok()?)?.as_stream().ok()?;
    match stream.dict.has(b"Filter") {
        true => stream.decompressed_content_with_limit(MAX_ATTACHMENT_BYTES).ok(),
        false => Some(stream.content.clone()),
    }
}

fn specifications(document: &Document) -> Option<Vec<&Dictionary>> {
    let names = resolve(document, document.catalog().ok()?.get(b"Names").ok()?)?.as_dict().ok()?;
    let root = resolve(document, names.get(b"EmbeddedFiles").ok()?)?.as_dict().ok()?;
    let mut found = Vec::new();
    let mut waiting = vec![(root, 0)];
    let mut seen = 0;
    while let Some((node, depth)) = waiting.pop() {
        seen += 1;
        if depth > MAX_DEPTH || seen > MAX_NODES {
            return None;
        }
        for pair in array(document, node, b"Names").chunks_exact(2) {
            found.extend(resolve(document, &pair[1]).and_then(|spec| spec.as_dict().ok()));
        }
        for kid in array(document, node, b"Kids") {
            waiting.extend(
                resolve(document, kid).and_then(|kid| kid.as_dict().ok()).map(|kid| (kid, depth + 1)),
            );
        }
    }
    Some(found)
}

fn array<'a>(document: &'a Document, node: &'a Dictionary, key: &[u8]) -> &'a [Object] {
    let value = node.get(key).ok().and_then(|value| resolve(document, value));
    value.and_then(|value| value.as_array().ok()).map_or(&[], Vec::as_slice)
}

fn file_name(document: &Document, spec: &Dictionary) -> Option<String> {
    let name = spec.get(b"UF").or_else(|_| spec.get(b"F")).ok()?;
    resolve(document, name)?.as_str().ok().map(pdf::decode_text)
}

fn resolve<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}
