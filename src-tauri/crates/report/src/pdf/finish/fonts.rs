//! Fonts cut down to the glyphs that are used.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::{ReportError, broken, hints};
use crate::pdf::content::Used;
use crate::pdf::fonts::{Face, Fonts};

/// Gives the fonts their subsets; codes on the pages stay the original glyph ids.
pub(super) fn subset(pdf: &mut lopdf::Document, fonts: &Fonts, used: &Used) -> Result<(), ReportError> {
    let found: Vec<(ObjectId, String)> =
        pdf.objects.iter().filter_map(|(id, object)| composite(*id, object)).collect();
    for (id, name) in found {
        let index = fonts.faces.iter().position(|face| face.name == name).ok_or(ReportError::Font)?;
        let glyphs: Vec<u16> =
            used.get(&index).into_iter().flat_map(|glyphs| glyphs.keys()).copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let face = &fonts.faces[index];
        let cut =
            subsetter::subset(face.bytes, 0, &remapper).map_err(|e| ReportError::Subset(e.to_string()))?;
        // Hints are a third of a subset; no screen of today needs them.
        let cut = hints::without(&cut).unwrap_or(cut);
        let map = cid_to_gid(&glyphs, &remapper);
        rewrite(pdf, id, &tagged_name(face, &glyphs), cut, map)?;
    }
    Ok(())
}

/// A Type0 font: its id and name.
fn composite(id: ObjectId, object: &Object) -> Option<(ObjectId, String)> {
    let dictionary = object.as_dict().ok()?;
    let type0 = dictionary.get(b"Subtype").and_then(Object::as_name).ok()? == b"Type0";
    let name = dictionary.get(b"BaseFont").and_then(Object::as_name).ok()?;
    type0.then(|| (id, String::from_utf8_lossy(name).into_owned()))
}

/// «ABCDEF+Name»: the letters depend on the glyphs only.
fn tagged_name(face: &Face, glyphs: &[u16]) -> String {
    let bytes: Vec<u8> = glyphs.iter().flat_map(|gid| gid.to_be_bytes()).collect();
    let hash = Sha256::digest([face.name.as_bytes(), &bytes].concat());
    let tag: String = hash[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect();
    format!("{tag}+{}", face.name)
}

/// Two bytes for each code up to the last one used: its glyph in the subset.
fn cid_to_gid(glyphs: &[u16], remapper: &GlyphRemapper) -> Vec<u8> {
    let last = glyphs.last().copied().unwrap_or(0);
    (0..=last).flat_map(|cid| remapper.get(cid).unwrap_or(0).to_be_bytes()).collect()
}

fn rewrite(
    pdf: &mut lopdf::Document,
    id: ObjectId,
    name: &str,
    file: Vec<u8>,
    map: Vec<u8>,
) -> Result<(), ReportError> {
    let map = pdf.add_object(Stream::new(Dictionary::new(), map));
    let font = pdf.get_dictionary_mut(id).map_err(broken)?;
    font.set("BaseFont", name);
    let children = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map_err(broken)?;
    let child = children.first_mut().ok_or(ReportError::Font)?.as_dict_mut().map_err(broken)?;
    child.set("BaseFont", name);
    child.set("CIDToGIDMap", map);
    let descriptor = child.get(b"FontDescriptor").and_then(Object::as_reference).map_err(broken)?;
    let length = file.len() as i64;
    let program = pdf.add_object(Stream::new(dictionary! { "Length1" => length }, file));
    let descriptor = pdf.get_dictionary_mut(descriptor).map_err(broken)?;
    descriptor.set("FontName", name);
    descriptor.set("FontFile2", program);
    Ok(())
}
