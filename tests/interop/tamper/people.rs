//! Who signed: others' certificates, wrong ones, out of date, revoked; time stamps; signatures beside the file.

use opora_sign::{Identity, Trust, Verdict, sign, sign_detached, timestamp};

use crate::Case;
use crate::desk::Desk;
use crate::surgery::*;

const EC: &str = "ec -pkeyopt ec_paramgen_curve:P-256";
const CADES: &str = "-md sha256 -cades";

pub(crate) fn cases(desk: &Desk) -> Vec<Case> {
    let mut cases = dates(desk);
    cases.extend(chains(desk));
    cases.extend(bindings(desk));
    cases.extend(lists(desk));
    cases.extend(stamps(desk));
    cases.extend(beside(desk));
    cases
}

fn dates(desk: &Desk) -> Vec<Case> {
    let ours = person("Ёлкина Мария Петровна");
    let unknown = Verdict::ValidUnknownSigner;
    let trust = trusting(&[&person("Другой человек")]);
    let mut cases =
        vec![Case::new("чужой сертификат", signed(&ours), &trust, unknown, "нет среди доверенных")];
    let year = |from: i64, years| {
        let since = signed_at().to_utc() + chrono::Duration::days(from);
        Identity::create("Не вовремя", "", since, years).unwrap()
    };
    for (name, identity) in
        [("сертификат истёк", year(-800, 1)), ("сертификат ещё не действует", year(30, 3))]
    {
        desk.hand_over("untimely", &identity);
        let pdf = desk.pdf(&ours.certificate_der, signed_at(), "untimely", CADES);
        cases.push(Case::new(name, pdf, &trusting(&[&identity]), unknown, "сертификат не действовал"));
    }
    cases
}

/// Root, intermediate, person; and people whose certificates are not for documents.
fn chains(desk: &Desk) -> Vec<Case> {
    desk.root("root", "rsa:2048");
    desk.issue("middle", "rsa:2048", "root", "short");
    desk.issue("person", "rsa:2048", "middle", "leaf");
    desk.issue("deeper", EC, "middle", "short");
    desk.issue("toodeep", EC, "deeper", "leaf");
    desk.put("deep.pem", &[desk.take("deeper.pem"), desk.take("middle.pem")].concat());
    let (at, for_whom) = (desk.now("toodeep"), person("Кто-то").certificate_der);
    let root = Trust { certificates: vec![desk.take("root.pem")], ..Trust::default() };
    let case = |name, key: &str, more: &str, verdict, words| {
        Case::new(name, desk.pdf(&for_whom, at, key, more), &root, verdict, words)
    };
    let chain = "-md sha256 -cades -certfile middle.pem";
    let pss = "-md sha256 -cades -certfile middle.pem -keyopt rsa_padding_mode:pss";
    let unknown = Verdict::ValidUnknownSigner;
    let good = desk.pdf(&for_whom, at, "person", chain);
    let mut cases = vec![
        case(
            "RSA через промежуточный центр",
            "person",
            chain,
            Verdict::Valid,
            "выдан доверенным центром «Root-root»",
        ),
        case("RSA-PSS через промежуточный центр", "person", pss, Verdict::Valid, "выдан доверенным центром"),
        case("промежуточного центра нет", "person", CADES, unknown, "нет среди доверенных"),
        case(
            "цепочка длиннее разрешённой",
            "toodeep",
            "-md sha256 -cades -certfile deep.pem",
            unknown,
            "промежуточных центров",
        ),
        case("SHA-1", "person", "-md sha1 -cades -certfile middle.pem", Verdict::NotSigned, "SHA-1"),
        case(
            "без привязки к сертификату",
            "person",
            "-md sha256 -certfile middle.pem",
            Verdict::Modified,
            "не привязана",
        ),
        Case::new(
            "RSA, байт страницы",
            flip(&good, find(&good, "The first") + 1),
            &root,
            Verdict::Modified,
            "контрольная сумма",
        ),
    ];
    for (name, extensions, words) in [
        ("сертификат для шифрования", "cipher", "не предназначен"),
        ("сертификат сервера", "server", "не предназначен"),
        ("неизвестное обязательное условие", "strange", "не знает"),
    ] {
        desk.issue(extensions, EC, "root", extensions);
        cases.push(case(name, extensions, CADES, unknown, words));
    }
    desk.issue("p384", "ec -pkeyopt ec_paramgen_curve:P-384", "root", "leaf");
    cases.push(case("ECDSA P-384", "p384", "-md sha384 -cades", Verdict::Valid, "выдан доверенным центром"));
    cases
}

/// Another certificate of the same key, name and number.
fn bindings(desk: &Desk) -> Vec<Case> {
    let twin = |days: u32, out: &str| {
        desk.openssl(&format!(
            "req -x509 -key person.key -out {out}.pem -days {days} -set_serial 7 -extensions leaf -subj /CN=Twin"
        ));
    };
    desk.put("twin.key", &desk.take("person.key"));
    twin(900, "twin");
    twin(1900, "other");
    let whom = person("Кто-то").certificate_der;
    let pdf = desk.pdf(&whom, desk.now("twin"), "twin", "-md sha256 -cades -nocerts -certfile other.pem");
    let trust = Trust { certificates: vec![desk.take("other.pem")], ..Trust::default() };
    vec![Case::new("сертификат подменён другим того же ключа", pdf, &trust, Verdict::Modified, "подменён")]
}

fn lists(desk: &Desk) -> Vec<Case> {
    desk.issue("revoked", EC, "root", "leaf");
    let (_, info) = desk.certificate("revoked");
    let whom = person("Кто-то").certificate_der;
    let at = desk.now("revoked") + chrono::Duration::days(30);
    let pdf = desk.pdf(&whom, at, "revoked", CADES);
    let list = |day: i64, reason: &str| {
        let when = (info.not_before + chrono::Duration::days(day)).format("%y%m%d%H%M%SZ");
        let end = info.not_after.format("%y%m%d%H%M%SZ");
        desk.put(
            "index.txt",
            format!("R\t{end}\t{when}{reason}\t{}\tunknown\t/CN=x\n", info.serial).as_bytes(),
        );
        desk.openssl(
            "ca -config plain.cnf -gencrl -keyfile root.key -cert root.pem -crldays 3000 -out list.pem",
        );
        Trust { certificates: vec![desk.take("root.pem")], crls: vec![desk.take("list.pem")] }
    };
    let unknown = Verdict::ValidUnknownSigner;
    let case = |name, trust: &Trust, verdict, words| Case::new(name, pdf.clone(), trust, verdict, words);
    let mut cases = vec![
        case("отозван до подписания", &list(1, ""), unknown, "до подписания"),
        case("отозван позже, время не доказано", &list(60, ""), unknown, "не подтверждено"),
        case("заменён позже", &list(60, ",superseded"), Verdict::Valid, "уже после подписания"),
    ];
    desk.put("index.txt", b"");
    desk.openssl("ca -config plain.cnf -gencrl -keyfile root.key -cert root.pem -crldays 3000 -out list.pem");
    let clean = Trust { certificates: vec![desk.take("root.pem")], crls: vec![desk.take("list.pem")] };
    cases.push(case("в списке отзыва его нет", &clean, Verdict::Valid, "не отозван"));
    cases
}

fn stamps(desk: &Desk) -> Vec<Case> {
    desk.issue("tsa", EC, "root", "tsa");
    desk.put("serial", b"01");
    let identity =
        Identity::create("Со штампом", "", desk.now("tsa").to_utc() - chrono::Duration::days(1), 9).unwrap();
    let sign = |reason| {
        let request = opora_sign::SignRequest { signed_at: desk.now("tsa"), reason, ..request(&[]) };
        sign(&report(), &identity, &request).unwrap()
    };
    let (first, second) = (sign("one"), sign("two"));
    desk.put("q.tsq", &timestamp::request(&first, "Deputy").unwrap());
    desk.openssl("ts -config plain.cnf -reply -section tsa_config -queryfile q.tsq -signer tsa.pem -inkey tsa.key -out r.tsr");
    let stamped = timestamp::attach(&first, "Deputy", &desk.take("r.tsr")).unwrap();
    let mut trust = trusting(&[&identity]);
    let alone = trust.clone();
    trust.certificates.push(desk.take("root.pem"));
    let stolen = fill(&second, &with_stamp_of(&contents(&second), &contents(&stamped)));
    vec![
        Case::new(
            "со штампом времени",
            stamped.clone(),
            &trust,
            Verdict::Valid,
            "подтверждено службой времени",
        ),
        Case::new(
            "служба времени не известна",
            stamped,
            &alone,
            Verdict::Valid,
            "служба времени не проверена",
        ),
        Case::new("штамп другой подписи", stolen, &trust, Verdict::Modified, "относится к другой подписи"),
    ]
}

fn contents(pdf: &[u8]) -> Vec<u8> {
    let (open, close) = hole(pdf);
    let hex = std::str::from_utf8(&pdf[open + 1..close - 1]).unwrap();
    let bytes: Vec<u8> =
        (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
    let (head, length) = size(&bytes);
    bytes[..head + length].to_vec()
}

/// Length of the head and of the body of a DER value.
fn size(der: &[u8]) -> (usize, usize) {
    match der[1] {
        first @ 0..=0x7f => (2, usize::from(first)),
        first => {
            let count = usize::from(first & 0x7f);
            (2 + count, der[2..2 + count].iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte)))
        }
    }
}

fn children(der: &[u8]) -> Vec<&[u8]> {
    let (mut at, length) = size(der);
    let end = at + length;
    let mut found = Vec::new();
    while at < end {
        let (head, body) = size(&der[at..]);
        found.push(&der[at..at + head + body]);
        at += head + body;
    }
    found
}

fn wrap(tag: u8, body: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = body.len().to_be_bytes().into_iter().skip_while(|&byte| byte == 0).collect();
    let head = match body.len() {
        short @ 0..=0x7f => vec![tag, u8::try_from(short).unwrap()],
        _ => [&[tag, 0x80 | u8::try_from(digits.len()).unwrap()], digits.as_slice()].concat(),
    };
    [head.as_slice(), body].concat()
}

/// Change the last child along `depth` levels: the signer of a container of one.
fn at_signer(der: &[u8], depth: usize, change: &dyn Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    if depth == 0 {
        return change(der);
    }
    let mut parts: Vec<Vec<u8>> = children(der).into_iter().map(<[u8]>::to_vec).collect();
    let last = parts.pop().unwrap();
    parts.push(at_signer(&last, depth - 1, change));
    wrap(der[0], &parts.concat())
}

/// The unsigned attributes of `theirs` put into `ours`. ContentInfo, [0], SignedData, SET, SignerInfo.
fn with_stamp_of(ours: &[u8], theirs: &[u8]) -> Vec<u8> {
    let mut inside = theirs.to_vec();
    for _ in 0..5 {
        inside = children(&inside).last().unwrap().to_vec();
    }
    at_signer(ours, 4, &|signer| wrap(0x30, &[children(signer).concat(), inside.clone()].concat()))
}

fn beside(desk: &Desk) -> Vec<Case> {
    let identity = person("Директор");
    let trust = trusting(&[&identity]);
    let pdf = report();
    let signature = sign_detached(&pdf, &identity, signed_at()).unwrap();
    let case = |name, pdf: &[u8], signature: Vec<u8>, verdict, words| Case {
        beside: Some(signature),
        ..Case::new(name, pdf.to_vec(), &trust, verdict, words)
    };
    desk.hand_over("director", &identity);
    let theirs = |more: &str| desk.cms(&pdf, "director", &format!("-md sha256 -cades {more}"));
    let unknown = Verdict::ValidUnknownSigner;
    vec![
        case(".sig рядом", &pdf, signature.clone(), Verdict::Valid, "относится к этому файлу"),
        case(
            ".sig другого файла",
            &packed_report(),
            signature.clone(),
            Verdict::Modified,
            "контрольная сумма другая",
        ),
        case(
            ".sig испорчен",
            &pdf,
            flip(&signature, signature.len() - 9),
            Verdict::Modified,
            "Подпись неверна",
        ),
        case(".sig не подпись", &pdf, b"hello".to_vec(), Verdict::NotSigned, "не файл подписи"),
        case(
            ".sig чужой программы, сегодняшний",
            &pdf,
            theirs(""),
            Verdict::Valid,
            "относится к этому файлу",
        ),
        case(
            ".sig с вложенным документом, BER",
            &pdf,
            theirs("-nodetach -stream"),
            Verdict::Valid,
            "тот же документ",
        ),
        case(
            ".sig с вложенным другим",
            &packed_report(),
            theirs("-nodetach"),
            Verdict::Modified,
            "вложен другой документ",
        ),
        Case {
            trust: Trust::default(),
            ..case(".sig незнакомца", &pdf, signature, unknown, "нет среди доверенных")
        },
    ]
}
