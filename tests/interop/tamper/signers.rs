//! Two signatures in one file: the good order, and everything slipped between and after.

use lopdf::{Object, dictionary};
use opora_sign::{Identity, Trust, Verdict, sign};

use crate::Case;
use crate::desk::Desk;
use crate::later::with_content;
use crate::surgery::*;

pub(crate) fn cases(desk: &Desk) -> Vec<Case> {
    let (deputy, director) = (person("Завуч"), person("Директор"));
    let trust = trusting(&[&deputy, &director]);
    let [once, twice] = signed_twice(&deputy, &director);
    let case = |name, pdf, verdict, words| Case::new(name, pdf, &trust, verdict, words);
    let only = trusting(&[&deputy]);
    let mut cases = vec![
        case("первая из двух подписей", once.clone(), Verdict::Valid, "охватывает весь файл"),
        case("две подписи", twice.clone(), Verdict::Valid, "Подпись 2"),
        Case::new(
            "вторая подпись незнакомца",
            twice.clone(),
            &only,
            Verdict::ValidUnknownSigner,
            "Подпись 2",
        ),
        case(
            "правка после двух подписей",
            with_content(&twice, b"BT ET"),
            Verdict::Modified,
            "изменена страница 1",
        ),
        case(
            "байт первой ревизии под двумя",
            flip(&twice, find(&twice, "The first") + 1),
            Verdict::Modified,
            "",
        ),
    ];
    cases.extend(between(&once, &director, &trust));
    cases.extend(two_permissions(&deputy, &director, &trust));
    cases.extend(foreign(desk, &deputy));
    cases
}

/// The director's key is good, but more than the signature came with it.
fn between(once: &[u8], director: &Identity, trust: &Trust) -> Vec<Case> {
    let edits = [
        (
            "замена страницы между подписями",
            with_content(once, b"1 0 0 rg 0 0 600 850 re f"),
            "изменена страница 1",
        ),
        ("сценарий между подписями", script(once), "действие при открытии"),
        ("примечание между подписями", note(once), "примечания"),
    ];
    let case = |(name, pdf, words): (_, Vec<u8>, _)| {
        Case::new(name, forced(&pdf, director), trust, Verdict::Modified, words)
    };
    edits.into_iter().map(case).collect()
}

/// Sign the waiting field of an edited file by hand: our own signer refuses to.
fn forced(edited: &[u8], director: &Identity) -> Vec<u8> {
    let document = lopdf::Document::load_mem(edited).unwrap();
    let is_waiting = |object: &Object| {
        let field = object.as_dict().ok().filter(|dict| dict.get(b"FT").is_ok() && !dict.has(b"V"));
        field.is_some()
    };
    let field = *document.objects.iter().find(|(_, object)| is_waiting(object)).unwrap().0;
    let wide = Object::Integer(9_999_999_999);
    let pdf = revise(edited, |update| {
        let signature = update.new_document.add_object(dictionary! {
            "Type" => "Sig", "Filter" => "Adobe.PPKLite", "SubFilter" => "ETSI.CAdES.detached",
            "ByteRange" => vec![0.into(), wide.clone(), wide.clone(), wide],
            "Contents" => Object::String(vec![0; 4096], lopdf::StringFormat::Hexadecimal),
            "M" => Object::string_literal("D:20241225101500+07'00'"),
        });
        update.opt_clone_object_to_new_document(field).unwrap();
        update.new_document.get_dictionary_mut(field).unwrap().set("V", signature);
    });
    let (open, close) = hole(&pdf);
    let ranged = with_range(&pdf, &format!("0 {open} {close} {}", pdf.len() - close));
    let desk = Desk::new();
    desk.hand_over("director", director);
    let cms = desk.cms(&[&ranged[..open], &ranged[close..]].concat(), "director", "-md sha256 -cades");
    fill(&ranged, &cms)
}

fn script(pdf: &[u8]) -> Vec<u8> {
    redefine(pdf, catalog(pdf), |dict| {
        dict.set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") });
    })
}

fn note(pdf: &[u8]) -> Vec<u8> {
    let page = first_page(pdf);
    revise(pdf, |update| {
        let note = update.new_document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Square", "Rect" => vec![0.into(), 0.into(), 500.into(), 800.into()],
        });
        update.opt_clone_object_to_new_document(page).unwrap();
        let dict = update.new_document.get_dictionary_mut(page).unwrap();
        let mut notes = dict.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
        notes.push(note.into());
        dict.set("Annots", notes);
    })
}

/// The first signature forbids any change, and yet a second one stands there.
fn two_permissions(deputy: &Identity, director: &Identity, trust: &Trust) -> Vec<Case> {
    let alone = sign(&report(), deputy, &request(&[])).unwrap();
    let page = first_page(&alone);
    let field = revise(&alone, |update| {
        let field = update.new_document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("Director"), "F" => 132,
            "Rect" => vec![0.into(), 0.into(), 0.into(), 0.into()], "P" => page,
        });
        let root = update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(root).unwrap();
        let root = update.new_document.get_dictionary_mut(root).unwrap();
        let form = root.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap();
        form.get_mut(b"Fields").unwrap().as_array_mut().unwrap().push(field.into());
    });
    let pdf = forced(&field, director);
    vec![Case::new(
        "вторая подпись вопреки запрету",
        pdf,
        trust,
        Verdict::Modified,
        "запрещает любые изменения",
    )]
}

/// Files of another program, honest ones.
fn foreign(desk: &Desk, identity: &Identity) -> Vec<Case> {
    desk.hand_over("theirs", identity);
    desk.put("theirs.pdf", &report());
    let tool = concat!(env!("CARGO_MANIFEST_DIR"), "/../.venv/bin/pyhanko");
    let sign = |field: &str, from: &str, to: &str| {
        let line = format!(
            "sign addsig --field {field} --use-pades pemder --key theirs.key --cert theirs.pem --no-pass {from} {to}"
        );
        let done = desk.run(tool, &line);
        assert!(done.status.success(), "{}", crate::desk::text(&done));
    };
    sign("First", "theirs.pdf", "theirs1.pdf");
    sign("Second", "theirs1.pdf", "theirs2.pdf");
    sign("2/250,50,400,100/Third", "theirs1.pdf", "theirs3.pdf");
    poppler(desk);
    let trust = trusting(&[identity]);
    let case = |name, file, verdict, words| Case::new(name, desk.take(file), &trust, verdict, words);
    vec![
        case("чужая программа, одна подпись", "theirs1.pdf", Verdict::Valid, "охватывает весь файл"),
        case("poppler (NSS, BER)", "poppler.pdf", Verdict::Valid, "охватывает весь файл"),
        case("чужая программа, две невидимые подписи", "theirs2.pdf", Verdict::Valid, "Подпись 2"),
        case(
            "чужая программа, вторая рисует поверх",
            "theirs3.pdf",
            Verdict::Modified,
            "отметка рисует поверх",
        ),
    ]
}

/// The kin of LibreOffice: NSS writes containers of open length.
fn poppler(desk: &Desk) {
    desk.openssl(
        "pkcs12 -export -inkey theirs.key -in theirs.pem -out theirs.p12 -name theirs -passout pass:1",
    );
    std::fs::create_dir(desk.path("nss")).unwrap();
    for (program, line) in [
        ("certutil", "-N -d sql:nss --empty-password"),
        ("pk12util", "-i theirs.p12 -d sql:nss -W 1"),
        ("certutil", "-M -n theirs -t C,C,C -d sql:nss"),
    ] {
        let done = desk.run(program, line);
        assert!(done.status.success(), "{program} {line}: {}", crate::desk::text(&done));
    }
    // poppler signs twice and gives up when the second signature is a byte shorter or longer, as ECDSA's may be.
    let sign = || desk.run("pdfsig", "-nssdir sql:nss -add-signature -nick theirs theirs.pdf poppler.pdf");
    assert!((0..20).any(|_| sign().status.success()), "pdfsig never signed: {}", crate::desk::text(&sign()));
}
