//! Properties of the file, said twice alike: XMP and the information dictionary.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::text;
use crate::document::Metadata;

const CREATOR: &str = "Опора";
const PRODUCER: &str = "Opora, printpdf 0.12.8, lopdf 0.44";

/// The information dictionary.
pub(super) fn info(metadata: &Metadata) -> Dictionary {
    let date = pdf_date(&metadata.created);
    dictionary! {
        "Title" => text(&metadata.title),
        "Author" => text(&metadata.author),
        "Subject" => text(&metadata.subject),
        "Creator" => text(CREATOR),
        "Producer" => text(PRODUCER),
        "CreationDate" => Object::string_literal(date.as_str()),
        "ModDate" => Object::string_literal(date),
    }
}

/// «D:20241230101500+07'00'».
pub(super) fn pdf_date(date: &DateTime<FixedOffset>) -> String {
    let zone = date.format("%:z").to_string().replace(':', "'");
    format!("D:{}{zone}'", date.format("%Y%m%d%H%M%S"))
}

/// The XMP stream, never compressed. No PDF/UA id: it needs an extension schema, which the validator in our tests refuses.
pub(super) fn write(pdf: &mut lopdf::Document, metadata: &Metadata) -> ObjectId {
    let header = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    pdf.add_object(Stream::new(header, packet(metadata).into_bytes()).with_compression(false))
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn packet(metadata: &Metadata) -> String {
    let date = metadata.created.format("%Y-%m-%dT%H:%M:%S%:z");
    let (title, author, subject) =
        (escape(&metadata.title), escape(&metadata.author), escape(&metadata.subject));
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>ru-RU</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}'
    )
}
