//! The tamper corpus: every change to a signed file has one right verdict and a reason that names it.

use crate::common;

use crate::common::*;
use lopdf::{Object, Stream, StringFormat, dictionary};
use opora_sign::{Verdict, verify};

/// One case: the file, and words its first reason must contain.
fn check(name: &str, pdf: &[u8], expected: Verdict, words: &str, trust: &opora_sign::Trust) {
    let found = verify(pdf, trust);
    assert_eq!(found.verdict, expected, "{name}: {:?}", found.reasons);
    assert!(found.reasons[0].contains(words), "{name}: {:?}", found.reasons);
}

#[test]
fn every_flipped_place_is_noticed() {
    let identity = identity();
    let signed = signed(&identity);
    let (open, close) = contents(&signed);
    let places = [
        ("header", 1),
        ("version", 7),
        ("binary mark", 10),
        ("first page", find(&signed, "% first page") + 3),
        ("end of the first revision", find(&signed, "%%EOF") + 1),
        ("page tree in an object stream", find(&signed, "/ObjStm") + 60),
        ("key of the byte range", find(&signed, "/ByteRange") + 3),
        ("bracket of the byte range", find(&signed, "/ByteRange") + 10),
        ("first number of the byte range", find(&signed, "/ByteRange[") + 11),
        ("last number of the byte range", find(&signed, "/ByteRange[") + 26),
        ("key of the contents", open - 2),
        ("opening bracket of the contents", open),
        ("first digit of the contents", open + 1),
        ("middle of the container", open + 900),
        ("first padding zero", close - 200),
        ("last padding zero", close - 2),
        ("closing bracket of the contents", close - 1),
        ("time of signing", find(&signed, "D:2024") + 5),
        ("filter", find(&signed, "Adobe.PPKLite") + 2),
        ("kind of signature", find(&signed, "ETSI.CAdES") + 2),
        ("permission", find(&signed, "/P 1") + 3),
        ("field type", find(&signed, "/FT/Sig") + 5),
        ("cross-reference stream", rfind(&signed, "/XRef") + 2),
        ("offset of the last cross-references", rfind(&signed, "startxref") + 11),
        ("end mark", rfind(&signed, "%%EOF") + 1),
        ("last byte", signed.len() - 1),
    ];
    for (name, at) in places {
        for bit in [0, 2, 5] {
            let tampered = overwrite(&signed, at, &[signed[at] ^ 1 << bit]);
            let found = verdict(&tampered, &identity);
            assert_eq!(found.verdict, Verdict::Modified, "{name}, bit {bit}: {:?}", found.reasons);
        }
    }
}

/// The padding counts too: its zeros are outside the digest, so they must be zeros. Bits 4, 6 and 7 never turn a
/// hex digit into another, so a sample of them is enough.
#[test]
fn every_bit_of_the_container_matters() {
    let identity = identity();
    let signed = signed(&identity);
    let (open, close) = contents(&signed);
    let padding = signed[..close - 1].iter().rposition(|&byte| byte != b'0').unwrap() + 2;
    let telling = (open..padding).flat_map(|at| [0, 1, 2, 3, 5].map(|bit| (at, bit)));
    let sample = (open..close).step_by(101).flat_map(|at| [1, 4, 6, 7].map(|bit| (at, bit)));
    for (at, bit) in telling.chain(sample) {
        let tampered = overwrite(&signed, at, &[signed[at] ^ 1 << bit]);
        let found = verdict(&tampered, &identity);
        assert_eq!(found.verdict, Verdict::Modified, "byte {at}, bit {bit}: {:?}", found.reasons);
    }
}

#[test]
fn content_flip_names_the_digest() {
    let identity = identity();
    let signed = signed(&identity);
    let at = find(&signed, "% first page") + 3;
    check(
        "flip",
        &overwrite(&signed, at, b"X"),
        Verdict::Modified,
        "контрольная сумма другая",
        &trust(&identity),
    );
}

#[test]
fn appended_bytes_are_counted() {
    let identity = identity();
    let signed = signed(&identity);
    for (count, tail) in [(1, "\n".to_owned()), (7, "garbage".to_owned()), (5000, "z".repeat(5000))] {
        let tampered = [signed.as_slice(), tail.as_bytes()].concat();
        check("append", &tampered, Verdict::Modified, &format!("дописано {count} байт"), &trust(&identity));
        let found = verdict(&tampered, &identity);
        assert!(found.reasons[1].contains("Подписанная часть в начале файла цела"), "{:?}", found.reasons);
        assert_eq!(found.signer, Some(identity.certificate()));
    }
}

#[test]
fn later_revisions_are_modifications() {
    let identity = identity();
    let signed = signed(&identity);
    let page_replaced = revise(&signed, |update| {
        let content = update
            .new_document
            .add_object(Stream::new(dictionary! {}, b"1 0 0 rg 0 0 600 800 re f".to_vec()));
        let page = update.get_prev_documents().page_iter().next().unwrap();
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_dictionary_mut(page).unwrap().set("Contents", content);
    });
    let annotated = revise(&signed, |update| {
        let note = update.new_document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "FreeText", "Rect" => vec![0.into(), 0.into(), 500.into(), 500.into()],
        });
        let page = update.get_prev_documents().page_iter().next().unwrap();
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_dictionary_mut(page).unwrap().set("Annots", vec![note.into()]);
    });
    let data_swapped = revise(&signed, |update| {
        let file =
            update.get_prev_documents().objects.iter().find(|(_, object)| {
                object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
            });
        let (id, stream) = (*file.unwrap().0, Stream::new(dictionary! {}, b"{}".to_vec()));
        update.new_document.set_object(id, stream);
    });
    let unsigned_again = revise(&signed, |update| {
        let catalog = update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(catalog).unwrap();
        update.new_document.get_dictionary_mut(catalog).unwrap().remove(b"AcroForm");
    });
    let cases = [
        ("page replaced", page_replaced),
        ("annotation", annotated),
        ("data swapped", data_swapped),
        ("signature field removed", unsigned_again),
    ];
    for (name, tampered) in cases {
        check(name, &tampered, Verdict::Modified, "сохранены изменения", &trust(&identity));
    }
}

#[test]
fn cut_files_are_modified_while_the_signature_is_visible() {
    let identity = identity();
    let signed = signed(&identity);
    let (open, close) = contents(&signed);
    for (name, length, words) in [
        ("last byte", signed.len() - 1, "не хватает 1 байт"),
        ("cross-references", close + 100, "обрезан"),
        ("inside the contents", open + 50, "обрезан"),
    ] {
        check(name, &signed[..length], Verdict::Modified, words, &trust(&identity));
    }
    let cut = &signed[..report().len()];
    check("whole signature", cut, Verdict::NotSigned, "нет электронной подписи", &trust(&identity));
}

#[test]
fn false_byte_ranges_are_refused() {
    let identity = identity();
    let signed = signed(&identity);
    let (open, close) = contents(&signed);
    let rest = signed.len() - close;
    let cases = [
        ("all zero", "0 0 0 0".to_owned(), "не охватывают"),
        ("empty", String::new(), "записаны неверно"),
        ("three numbers", format!("0 {open} {close}"), "записаны неверно"),
        ("five numbers", format!("0 {open} {close} {rest} 0"), "записаны неверно"),
        ("signs", format!("0 {open} {close} +{rest}"), "записаны неверно"),
        ("fraction", format!("0 {open} {close} {rest}.0"), "записаны неверно"),
        ("negative", format!("0 {open} {close} -1"), "записаны неверно"),
        ("not from the start", format!("1 {open} {close} {rest}"), "не охватывают"),
        ("shorter", format!("0 {open} {close} {}", rest - 1), "дописано 1 байт"),
        ("longer", format!("0 {open} {close} {}", rest + 1), "не хватает 1 байт"),
        ("overflow", format!("0 {open} {close} {}", usize::MAX - 9), "записаны неверно"),
        ("beyond numbers", format!("0 {open} {close} {}", "9".repeat(22)), "записаны неверно"),
        ("wide gap", format!("0 {} {close} {rest}", open - 9), "не весь файл"),
        ("wide gap after", format!("0 {open} {} {}", close + 5, rest - 5), "не весь файл"),
        ("overlap", format!("0 {close} {open} {}", signed.len() - open), "не охватывают"),
    ];
    for (name, numbers, words) in cases {
        if numbers.len() <= 34 {
            check(name, &with_byte_range(&signed, &numbers), Verdict::Modified, words, &trust(&identity));
        }
    }
}

#[test]
fn contents_must_be_a_hex_string() {
    let identity = identity();
    let signed = signed(&identity);
    let (open, close) = contents(&signed);
    let mut literal = signed.clone();
    (literal[open], literal[close - 1]) = (b'(', b')');
    check("literal", &literal, Verdict::Modified, "не шестнадцатеричной строкой", &trust(&identity));
    let mut emptied = signed.clone();
    emptied[open + 1..close - 1].fill(b'0');
    check("zeros", &emptied, Verdict::Modified, "повреждена или пуста", &trust(&identity));
    let mut spaced = signed.clone();
    spaced[close - 2] = b' ';
    check("space", &spaced, Verdict::Modified, "посторонние данные", &trust(&identity));
    let removed = overwrite(&signed, open - 9, b"/Removed_");
    check("key gone", &removed, Verdict::Modified, "вырезана", &trust(&identity));
}

#[test]
fn container_of_another_file_does_not_fit() {
    let identity = identity();
    let (ours, theirs) = (signed(&identity), signed(&common::identity()));
    let (open, close) = contents(&ours);
    let (from, to) = contents(&theirs);
    let swapped = overwrite(&ours, open, &theirs[from..to]);
    assert_eq!(close - open, to - from);
    check("swapped", &swapped, Verdict::Modified, "контрольная сумма другая", &trust(&identity));
}

#[test]
fn hidden_second_signature_is_refused() {
    let identity = identity();
    let mut document = document();
    document.add_object(dictionary! { "Type" => "Sig", "Filter" => "Adobe.PPKLite", "Contents" => Object::String(vec![0; 8], StringFormat::Hexadecimal) });
    let mut before = Vec::new();
    document.save_modern(&mut before).unwrap();
    let error = opora_sign::sign(&before, &identity, &request()).unwrap_err();
    assert!(error.to_string().contains("спрятана ещё одна подпись"), "{error}");
    let after = revise(&signed(&identity), |update| {
        update.new_document.add_object(dictionary! {
            "Type" => "Sig", "ByteRange" => vec![0.into(), 1.into(), 2.into(), 3.into()],
        });
    });
    check("appended", &after, Verdict::Modified, "Подпись 2 из 2", &trust(&identity));
}

#[test]
fn unsigned_and_foreign_files_are_not_signed() {
    let identity = identity();
    let zip = [b"PK\x03\x04".as_slice(), &[7; 300]].concat();
    let cases = [
        ("empty", Vec::new(), "пуст"),
        ("unsigned", report(), "нет электронной подписи"),
        ("zip", zip, "не файл PDF"),
        ("text", "Отчёт".as_bytes().to_vec(), "не файл PDF"),
        ("header only", b"%PDF-1.7".to_vec(), "нет электронной подписи"),
    ];
    for (name, bytes, words) in cases {
        check(name, &bytes, Verdict::NotSigned, words, &trust(&identity));
    }
}

#[test]
fn deep_nesting_and_endless_strings_are_survived() {
    let identity = identity();
    for filler in ["<<", "[", "(", "<</A", "(\\", "<"] {
        let bytes = format!("%PDF-1.7\n1 0 obj\n<</X {} /ByteRange [0 1 2 3]", filler.repeat(50_000));
        assert_eq!(verdict(bytes.as_bytes(), &identity).verdict, Verdict::Modified);
    }
    let heads = "1 0 obj<<".repeat(20_000);
    let bytes = format!("%PDF-1.7\n{heads}/ByteRange [0 1 2 3]");
    assert_eq!(verdict(bytes.as_bytes(), &identity).verdict, Verdict::Modified);
}

#[test]
fn random_changes_never_pass() {
    let identity = identity();
    let signed = signed(&identity);
    let mut noise = Noise(0x0bad_cafe_1234_5678);
    for round in 0..2_000 {
        let mutated = mutate(&signed, &mut noise);
        if mutated == signed {
            continue;
        }
        let found = verdict(&mutated, &identity);
        assert!(!found.verdict.is_intact(), "round {round}: {:?}", found.reasons);
        assert!(!found.reasons.is_empty());
    }
}

/// A few flips, a block zeroed, cut, doubled, removed, or moved.
fn mutate(signed: &[u8], noise: &mut Noise) -> Vec<u8> {
    let mut bytes = signed.to_vec();
    let start = noise.below(bytes.len());
    let end = (start + 1 + noise.below(300)).min(bytes.len());
    match noise.below(6) {
        0 => (0..=noise.below(8)).for_each(|_| {
            let at = noise.below(signed.len());
            bytes[at] ^= 1 << noise.below(8);
        }),
        1 => bytes[start..end].fill(b'0'),
        2 => bytes.truncate(start),
        3 => bytes.extend_from_slice(&signed[start..end]),
        4 => drop(bytes.drain(start..end)),
        _ => {
            let block = signed[start..end].to_vec();
            let at = noise.below(bytes.len());
            bytes.splice(at..at, block);
        }
    }
    bytes
}
