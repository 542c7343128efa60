//! «Акт обмена отпечатками сертификатов»: in two copies on paper, in one as a file signed by the school.

use opora_domain::report::fingerprint_act::FingerprintAct;

use super::format::date;
use super::head::{self, Said};
use super::{Making, list, note, paragraph};
use crate::document::{Block, Document, Mark};

/// Says the act.
pub fn fingerprint_act(said: &FingerprintAct, making: &Making) -> Document {
    let about = "обмена отпечатками сертификатов ключей проверки электронной подписи".to_owned();
    let electronic = making.signers.iter().any(|signer| !matches!(signer.mark, Mark::Pen));
    let mut blocks = match electronic {
        true => copy(said, &about, "Электронный документ", making),
        false => copy(said, &about, "Экземпляр № 1 — школе", making),
    };
    if !electronic {
        blocks.push(Block::PageBreak);
        blocks.extend(copy(said, &about, "Экземпляр № 2 — органу управления образованием", making));
    }
    let data = head::data("fingerprint-act", said);
    head::document(&said.head, Said { kind: "Акт", about, needs_order: false, blocks, data }, making)
}

fn copy(said: &FingerprintAct, about: &str, which: &str, making: &Making) -> Vec<Block> {
    let head = &said.head;
    let authority = if said.authority.is_empty() { "________________________" } else { &said.authority };
    let mut blocks = vec![note(which), Block::Title { kind: "Акт".to_owned(), about: about.to_owned() }];
    blocks.extend(head.demo.then(|| note("Демонстрационный пример: школа, имена и сведения вымышлены.")));
    blocks.push(paragraph("от «____» ______________ 20___ г. № ________"));
    blocks.push(paragraph(format!(
        "{} (далее — школа) и {authority} (далее — орган управления образованием) составили настоящий акт о том, что:",
        head.school_full
    )));
    blocks.push(list(terms(), true));
    blocks.push(Block::KeyValues(certificate(said)));
    blocks.push(paragraph(
        "Отпечаток сверен по знакам при получении файла сертификата. При несовпадении хотя бы одного знака сертификат \
         не принимается.",
    ));
    blocks.extend(making.signatures(vec![head::pen("От школы: директор", &head.director)]));
    let other = head::pen("От органа управления образованием: ____________________", "");
    blocks.push(Block::Signature(other));
    blocks
}

fn terms() -> [String; 4] {
    [
        "Стороны согласились, что электронные документы, подписанные школой неквалифицированной электронной подписью, \
         которая проверяется по указанному ниже сертификату, признаются равнозначными документам на бумажном носителе, \
         подписанным собственноручной подписью (часть 2 статьи 6 Федерального закона от 06.04.2011 № 63-ФЗ «Об \
         электронной подписи»).",
        "Подпись считается подлинной, если проверка по этому сертификату показала, что документ после подписания не \
         изменялся, и подпись поставлена в срок действия сертификата.",
        "Владелец сертификата хранит ключ электронной подписи в тайне, не передаёт его другим лицам и при нарушении его \
         конфиденциальности немедленно уведомляет другую сторону; с этого времени сертификат не действует.",
        "При замене сертификата стороны составляют новый акт. Настоящий акт составлен в двух экземплярах, по одному для \
         каждой стороны.",
    ]
    .map(str::to_owned)
}

fn certificate(said: &FingerprintAct) -> Vec<(String, String)> {
    let pairs = [
        ("Владелец сертификата", said.owner.clone()),
        ("Номер сертификата", said.serial.clone()),
        ("Срок действия", format!("с {} по {}", date(said.valid_from), date(said.valid_to))),
        ("Отпечаток SHA-256", groups(&said.sha256)),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

/// «AB12 CD34 …»: read aloud and compared sign by sign.
fn groups(hex: &str) -> String {
    let letters: Vec<char> = hex.to_uppercase().chars().filter(char::is_ascii_hexdigit).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
