//! Properties of the file, said twice alike: XMP and the information dictionary.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::text;
use crate::clean::clean;
use crate::document::Metadata;

const CREATOR: &str = "Опора";
const PRODUCER: &str = "Opora, printpdf 0.12.8, lopdf 0.44";

/// The information dictionary.
pub(super) fn info(metadata: &Metadata) -> Dictionary {
    let date = pdf_date(&metadata.created);
    let mut info = dictionary! {
        "Title" => text(&clean(&metadata.title)),
        "Author" => text(&clean(&metadata.author)),
        "Creator" => text(CREATOR),
        "Producer" => text(PRODUCER),
        "CreationDate" => Object::string_literal(date.as_str()),
        "ModDate" => Object::string_literal(date),
    };
    if !metadata.subject.is_empty() {
        info.set("Subject", text(&clean(&metadata.subject)));
    }
    info
}

/// «D:20241230101500+07'00'».
pub(super) fn pdf_date(date: &DateTime<FixedOffset>) -> String {
    let zone = date.format("%:z").to_string().replace(':', "'");
    format!("D:{}{zone}'", date.format("%Y%m%d%H%M%S"))
}

/// The XMP stream, never compressed.
pub(super) fn write(pdf: &mut lopdf::Document, metadata: &Metadata) -> ObjectId {
    let header = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    pdf.add_object(Stream::new(header, packet(metadata).into_bytes()).with_compression(false))
}

/// Words as XML takes them, the same that stand in the information dictionary.
fn escape(value: &str) -> String {
    clean(value).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The identifier of PDF/UA is none of PDF/A's own properties: a file that has it must describe it (ISO 19005-3,
/// 6.6.2.3.3).
const PDFUA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

fn packet(metadata: &Metadata) -> String {
    let date = metadata.created.format("%Y-%m-%dT%H:%M:%S%:z");
    let (title, author) = (escape(&metadata.title), escape(&metadata.author));
    let subject = match escape(&metadata.subject).as_str() {
        "" => String::new(),
        words => format!(
            "\n<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{words}</rdf:li></rdf:Alt></dc:description>"
        ),
    };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>{subject}
<dc:language><rdf:Bag><rdf:li>ru-RU</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
{PDFUA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}'
    )
}
