//! The description of a document for catalogues (XMP): what another program may renew in it when it saves.

use std::collections::BTreeSet;

use lopdf::Stream;

/// When and by what it was saved.
const RENEWED: [&str; 4] = ["ModifyDate", "MetadataDate", "Producer", "InstanceID"];
/// A description of a few pages of text.
const MAX_BYTES: usize = 1024 * 1024;

/// A property and its words.
type Said = (String, String);

/// Both say the same of the document; the order and the manner of writing are the program's own.
pub(super) fn says_the_same(old: &Stream, new: &Stream) -> bool {
    let read = |stream: &Stream| {
        let plain = stream.get_plain_content_with_limit(MAX_BYTES).ok()?;
        said(std::str::from_utf8(&plain).ok()?)
    };
    matches!((read(old), read(new)), (Some(old), Some(new)) if old == new)
}

/// Every property with words; `None` for what a plain description never has.
fn said(xmp: &str) -> Option<BTreeSet<Said>> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = Vec::new();
    for piece in xmp.split('<').skip(1) {
        let (tag, text) = piece.split_once('>')?;
        match tag.as_bytes().first()? {
            b'?' => {}
            b'!' => return None,
            b'/' => (open.pop()? == tag[1..].trim()).then_some(())?,
            _ => {
                let (name, rest) =
                    tag.split_at(tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len()));
                attributes(name, rest.trim_end_matches('/'), &mut found)?;
                if !tag.ends_with('/') {
                    open.push(name);
                }
            }
        }
        if !text.trim().is_empty() {
            let property = open.iter().rev().find(|name| !name.starts_with("rdf:"));
            keep(property?, text, &mut found);
        }
    }
    open.is_empty().then_some(found)
}

fn attributes(tag: &str, mut rest: &str, found: &mut BTreeSet<Said>) -> Option<()> {
    while let Some((name, tail)) = rest.split_once('=') {
        let quote = tail.trim_start().chars().next().filter(|c| ['"', '\''].contains(c))?;
        let (value, after) = tail.trim_start()[1..].split_once(quote)?;
        let name = name.trim();
        if name == "rdf:resource" {
            keep(tag, value, found);
        } else if !["xmlns", "rdf:", "xml:"].iter().any(|own| name.starts_with(own)) {
            keep(name, value, found);
        }
        rest = after;
    }
    rest.trim().is_empty().then_some(())
}

fn keep(name: &str, words: &str, found: &mut BTreeSet<Said>) {
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    if !RENEWED.contains(&local) && local != "xmptk" {
        found.insert((local.to_owned(), words.trim().to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn manner_of_writing_says_nothing() {
        let one = said(
            "<?x?><x:m xmlns:x=\"a\"><dc:title><rdf:Alt><rdf:li xml:lang=\"ru\">Т</rdf:li></rdf:Alt></dc:title></x:m>",
        );
        let other = said(
            "<x:m><rdf:Description dc:title='Т' pdf:Producer=\"p\"/><xmp:ModifyDate>d</xmp:ModifyDate></x:m>",
        );
        assert!(one.is_some() && one == other, "{one:?} {other:?}");
        for foreign in [
            "<x:m dc:title='Д'/>",
            "<x:m/>",
            "<x:m><!--c--></x:m>",
            "<x:m dc:title='Т'>",
            "<x:m><![CDATA[]]></x:m>",
        ] {
            assert_ne!(said(foreign), one, "{foreign}");
        }
    }
}
