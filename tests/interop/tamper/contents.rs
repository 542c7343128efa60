//! Bytes spoilt in place: every region of the file, the hole of the signature, its range.

use opora_sign::{Verdict, sign};

use crate::Case;
use crate::surgery::{
    fill, find, flip, hole, overwrite, packed_report, person, request, rfind, signed, trusting, with_range,
};

pub(crate) fn cases() -> Vec<Case> {
    let identity = person("Ёлкина Мария Петровна");
    let trust = trusting(&[&identity]);
    let good = signed(&identity);
    let packed = sign(&packed_report(), &identity, &request(&[])).unwrap();
    let mut cases = vec![
        Case::new("нетронутый", good.clone(), &trust, Verdict::Valid, "охватывает весь файл"),
        Case::new("нетронутый, упакованный", packed.clone(), &trust, Verdict::Valid, "охватывает весь файл"),
    ];
    let mut bad = |name, pdf, words| cases.push(Case::new(name, pdf, &trust, Verdict::Modified, words));
    let at = |what: &str, shift: usize| flip(&good, find(&good, what) + shift);
    bad("байт заголовка", flip(&good, 7), "контрольная сумма другая");
    bad("байт содержимого страницы", at("The first", 1), "контрольная сумма другая");
    bad("байт шрифта", at("Helvetica", 2), "контрольная сумма другая");
    bad("байт XMP", at("x:xmpmeta", 3), "контрольная сумма другая");
    bad("байт вложения", at("events", 2), "контрольная сумма другая");
    bad("байт словаря подписи", at("Adobe.PPKLite", 3), "контрольная сумма другая");
    bad("байт времени подписания", at("D:2024", 5), "контрольная сумма другая");
    bad("байт таблицы ссылок", flip(&good, find(&good, "0000000000 65535") + 24), "контрольная сумма другая");
    bad("байт трейлера", flip(&good, rfind(&good, "trailer") + 12), "контрольная сумма другая");
    bad(
        "байт упакованных объектов",
        flip(&packed, find(&packed, "/ObjStm") + 70),
        "контрольная сумма другая",
    );
    bad("запрет изменений снят", at("/P 1", 3), "контрольная сумма другая");
    let perms = find(&good, "/Perms");
    bad("Perms переименован", overwrite(&good, perms, b"/Permz"), "контрольная сумма другая");
    holes(&good, &mut bad);
    ranges(&good, &mut bad);
    cases
}

fn holes(good: &[u8], bad: &mut impl FnMut(&'static str, Vec<u8>, &'static str)) {
    let (open, close) = hole(good);
    let mut literal = good.to_vec();
    (literal[open], literal[close - 1]) = (b'(', b')');
    bad("Contents литеральной строкой", literal, "не шестнадцатеричной");
    let odd = [&good[..open + 5], &good[open + 6..]].concat();
    bad("нечётное число цифр", odd, "");
    bad("пробел внутри цифр", overwrite(good, open + 41, b" "), "посторонние знаки");
    bad("лишнее после DER", overwrite(good, close - 3, b"42"), "посторонние данные");
    bad("пустая подпись", fill(good, &[]), "повреждена или пуста");
    bad("Contents вырезан", overwrite(good, open - 9, b"/Removed_"), "вырезана");
    let (from, to) = (open + 1, open + 201);
    let upper: Vec<u8> = good[from..to].to_ascii_uppercase();
    bad("цифры разного регистра", overwrite(good, from, &upper), "посторонние знаки");
    let other = signed(&person("Чужой"));
    let (a, b) = hole(&other);
    bad("подпись чужого файла", overwrite(good, open, &other[a..b]), "контрольная сумма другая");
    bad("обрезан на байт", good[..good.len() - 1].to_vec(), "не хватает 1 байт");
    bad("обрезан внутри подписи", good[..open + 60].to_vec(), "обрезан");
}

fn ranges(good: &[u8], bad: &mut impl FnMut(&'static str, Vec<u8>, &'static str)) {
    let (open, close) = hole(good);
    let rest = good.len() - close;
    let with = |numbers: String| with_range(good, &numbers);
    bad("ByteRange нулевой", with("0 0 0 0".into()), "не охватывают");
    bad("ByteRange короче", with(format!("0 {open} {close} {}", rest - 40)), "дописано 40 байт");
    bad("ByteRange длиннее", with(format!("0 {open} {close} {}", rest + 40)), "не хватает 40 байт");
    bad("ByteRange с наложением", with(format!("0 {close} {open} {}", good.len() - open)), "не охватывают");
    bad("ByteRange с минусом", with(format!("0 {open} {close} -{}", rest - 9)), "записаны неверно");
    bad("ByteRange из трёх чисел", with(format!("0 {open} {close}")), "записаны неверно");
    bad("ByteRange из шести чисел", with(format!("0 {open} {close} 9 9 9")), "записаны неверно");
    bad("ByteRange с широким окном", with(format!("0 {} {close} {rest}", open - 30)), "не весь файл");
    bad("ByteRange ссылкой на объект", reference(good), "записаны неверно");
    let doubled = rfind(good, "/Filter");
    bad("ключ ByteRange дважды", overwrite(good, doubled, b"/ByteRange 1   "), "");
}

/// `[…]` replaced by `5 0 R`.
fn reference(good: &[u8]) -> Vec<u8> {
    let start = rfind(good, "/ByteRange[") + "/ByteRange".len();
    let end = start + find(&good[start..], "]") + 1;
    let width = end - start;
    overwrite(good, start, format!("{:<width$}", " 5 0 R").as_bytes())
}
