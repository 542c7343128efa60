//! Bookmarks, nested by the level of their headings.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::text;
use crate::pdf::pages::Bookmark;

/// Writes the bookmarks and opens them beside the pages.
pub(super) fn write(
    pdf: &mut lopdf::Document,
    catalog: &mut Dictionary,
    bookmarks: &[Bookmark],
    pages: &[ObjectId],
) {
    if bookmarks.is_empty() {
        return;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| pdf.new_object_id()).collect();
    for (i, bookmark) in bookmarks.iter().enumerate() {
        let mut entry = family(bookmarks, Some(i), &ids);
        let parent = parent(bookmarks, i);
        entry.set("Parent", parent.map_or(root, |p| ids[p]));
        entry.set("Title", text(&bookmark.title));
        let top = Object::Real(bookmark.y.round());
        entry.set("Dest", vec![pages[bookmark.page].into(), "XYZ".into(), Object::Null, top, Object::Null]);
        let siblings = children(bookmarks, parent);
        let place = siblings.iter().position(|s| *s == i).unwrap_or(0);
        if place > 0 {
            entry.set("Prev", ids[siblings[place - 1]]);
        }
        if let Some(next) = siblings.get(place + 1) {
            entry.set("Next", ids[*next]);
        }
        pdf.objects.insert(ids[i], Object::Dictionary(entry));
    }
    let mut outlines = family(bookmarks, None, &ids);
    outlines.set("Type", "Outlines");
    pdf.objects.insert(root, Object::Dictionary(outlines));
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
}

/// First, last and number of those below.
fn family(bookmarks: &[Bookmark], of: Option<usize>, ids: &[ObjectId]) -> Dictionary {
    let children = children(bookmarks, of);
    let (Some(first), Some(last)) = (children.first(), children.last()) else { return Dictionary::new() };
    let below = (0..bookmarks.len()).filter(|i| of.is_none_or(|of| is_below(bookmarks, *i, of))).count();
    dictionary! { "First" => ids[*first], "Last" => ids[*last], "Count" => below as i64 }
}

fn is_below(bookmarks: &[Bookmark], mut i: usize, of: usize) -> bool {
    while let Some(up) = parent(bookmarks, i) {
        if up == of {
            return true;
        }
        i = up;
    }
    false
}

fn children(bookmarks: &[Bookmark], of: Option<usize>) -> Vec<usize> {
    (0..bookmarks.len()).filter(|i| parent(bookmarks, *i) == of).collect()
}

/// The nearest earlier heading of a higher level.
fn parent(bookmarks: &[Bookmark], i: usize) -> Option<usize> {
    (0..i).rev().find(|j| bookmarks[*j].level < bookmarks[i].level)
}
