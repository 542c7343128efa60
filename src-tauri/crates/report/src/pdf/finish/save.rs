//! The finished file: objects packed tight, the table of their places too.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};

use super::broken;
use crate::ReportError;

/// Bytes of an entry of the table: `/W [1 4 2]`, as lopdf writes it.
const ENTRY: usize = 7;

/// Writes the file.
pub(super) fn save(mut pdf: Document) -> Result<Vec<u8>, ReportError> {
    let mut packer = Packer::new();
    pdf.objects
        .values_mut()
        .filter_map(|object| object.as_stream_mut().ok())
        .for_each(|one| packer.pack(one));
    let packed = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(800)
        .compression_level(9)
        .build();
    let mut bytes = Vec::new();
    pdf.save_with_options(&mut bytes, packed).map_err(|error| ReportError::Write(error.to_string()))?;
    // What cannot be packed stays as lopdf wrote it: right, only longer.
    let shorter = pack_table(&bytes, &pdf, &mut packer).map_err(broken)?;
    Ok(shorter.unwrap_or(bytes))
}

/// Deflates streams one after another with the same tables: to make them costs more than a small stream does.
struct Packer(Compress);

impl Packer {
    /// What «/Filter/FlateDecode» takes.
    const FILTER: usize = 19;
    /// The best takes nearly twice as long and saves three bytes in a thousand.
    const LEVEL: u32 = 7;

    fn new() -> Self {
        Self(Compress::new(Compression::new(Self::LEVEL), true))
    }

    /// A stream that may be deflated is, when that makes it shorter.
    fn pack(&mut self, stream: &mut Stream) {
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            return;
        }
        self.0.reset();
        // No room for more than there is: what does not end in it is not shorter.
        let mut packed = Vec::with_capacity(stream.content.len());
        let end = self.0.compress_vec(&stream.content, &mut packed, FlushCompress::Finish);
        if matches!(end, Ok(Status::StreamEnd)) && packed.len() + Self::FILTER < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
}

/// lopdf leaves the table bare, seven bytes an object. Rows that hold the difference from the row before (PNG «Up»)
/// are nearly all alike and deflate to nothing.
fn pack_table(bytes: &[u8], pdf: &Document, packer: &mut Packer) -> lopdf::Result<Option<Vec<u8>>> {
    let Some((start, rows)) = table(bytes) else { return Ok(None) };
    let mut dictionary: Dictionary = pdf.trailer.clone();
    dictionary.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => ENTRY as i64 });
    dictionary.remove(b"Length");
    let mut stream = Stream::new(Dictionary::new(), differences(rows));
    packer.pack(&mut stream);
    if !stream.dict.has(b"Filter") {
        return Ok(None);
    }
    stream.dict.iter().for_each(|(key, value)| dictionary.set(key.clone(), value.clone()));
    let mut packed = bytes[..start].to_vec();
    let id = dictionary.get(b"Size").and_then(Object::as_i64)? - 1;
    packed.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
    write_dictionary(&mut packed, &dictionary);
    packed.extend_from_slice(b"stream\n");
    packed.extend_from_slice(&stream.content);
    packed.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes());
    Ok(Some(packed))
}

/// Where the table's object begins, and its bare rows.
fn table(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let tail = bytes.windows(9).rposition(|window| window == b"startxref")?;
    let start: usize =
        std::str::from_utf8(bytes.get(tail + 9..)?).ok()?.split_whitespace().next()?.parse().ok()?;
    let object = bytes.get(start..tail)?;
    let from = object.windows(7).position(|window| window == b"stream\n")? + 7;
    let to = object.windows(9).rposition(|window| window == b"endstream")?;
    let rows = object.get(from..to)?;
    let rows = &rows[..rows.len() / ENTRY * ENTRY];
    (!rows.is_empty()).then_some((start, rows))
}

fn differences(rows: &[u8]) -> Vec<u8> {
    const UP: u8 = 2;
    let mut above = [0; ENTRY];
    let mut out = Vec::with_capacity(rows.len() / ENTRY * (ENTRY + 1));
    for row in rows.chunks_exact(ENTRY) {
        out.push(UP);
        out.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above.copy_from_slice(row);
    }
    out
}

/// A dictionary of names, numbers, references and identifiers: all that stands in a trailer.
fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        out.push(b'/');
        out.extend_from_slice(key);
        write_value(out, value);
    }
    out.extend_from_slice(b">>");
}

fn write_value(out: &mut Vec<u8>, value: &Object) {
    match value {
        Object::Array(items) => {
            out.push(b'[');
            items.iter().for_each(|item| write_value(out, item));
            out.push(b']');
        }
        Object::Dictionary(inner) => write_dictionary(out, inner),
        Object::Name(name) => {
            out.push(b'/');
            out.extend_from_slice(name);
        }
        Object::String(bytes, _) => {
            let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            out.extend_from_slice(format!("<{hex}>").as_bytes());
        }
        Object::Reference((id, generation)) => {
            out.extend_from_slice(format!(" {id} {generation} R").as_bytes())
        }
        Object::Integer(number) => out.extend_from_slice(format!(" {number}").as_bytes()),
        _ => out.extend_from_slice(b" null"),
    }
}
