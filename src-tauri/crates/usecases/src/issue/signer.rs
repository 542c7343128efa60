//! A signer with the means to sign.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset};
use opora_domain::identity::is_same_person;
use opora_domain::issued_report::{KeptSigner, SignerRole, SigningWay};
use opora_domain::words::Words;
use opora_exchange::read_file;
use opora_sign::{CertificateInfo, Identity, read_certificate};
use sha2::{Digest, Sha256};

use super::SignerInput;
use super::pick::MAX_KEY_BYTES;
use crate::{ApiError, App, Result, identity};

/// Signs of the key under a simple signature.
const KEY_SIGNS: usize = 20;

/// The one moment of an issue.
pub(super) type Moment = DateTime<FixedOffset>;

/// By what she signs.
pub(super) enum Means {
    /// A key at hand.
    Key(Box<Identity>),
    /// Another program; the certificate it signs by.
    External(Vec<u8>),
    /// A simple signature: the mark itself.
    Simple,
    /// A pen.
    Pen,
}

/// A signer with the means to sign.
pub(super) struct Signer {
    pub(super) kept: KeptSigner,
    pub(super) means: Means,
}

impl Signer {
    /// The certificate by which she signs, in base64; empty without one.
    pub(super) fn certificate(&self) -> String {
        match &self.means {
            Means::Key(identity) => STANDARD.encode(&identity.certificate_der),
            Means::External(der) => STANDARD.encode(der),
            Means::Simple | Means::Pen => String::new(),
        }
    }
}

/// Finds the means of a signer; `data` are those attached to the document.
///
/// # Errors
/// One sentence per cause: no certificate, wrong password, wrong code, another kind of file …
pub(super) fn resolve(app: &App, input: &SignerInput, data: &[u8], now: Moment) -> Result<Signer> {
    let blank = kept(app, input.role, input.way)?;
    match input.way {
        SigningWay::Pen => Ok(Signer { kept: blank, means: Means::Pen }),
        SigningWay::Simple => simple(app, input, blank, data, now),
        SigningWay::OwnKey => {
            let current = identity::current(app)?.ok_or_else(no_certificate)?;
            owned(&blank.name, &current.certificate.subject)?;
            Ok(with_key(app, blank, current.identity))
        }
        SigningWay::Pkcs12 => {
            let bytes = picked(app, input.key_token.as_deref(), "файл ключа")?;
            let password = input.password.as_ref().map(|password| password.as_str()).unwrap_or_default();
            let identity = Identity::from_pkcs12(&bytes, password)?;
            identity.check_at(now.to_utc())?;
            Ok(with_key(app, blank, identity))
        }
        SigningWay::External => {
            let bytes = picked(app, input.certificate_token.as_deref(), "файл сертификата")?;
            let (der, info) = read_certificate(&bytes)?;
            let kept = certified(app, blank, &info);
            Ok(Signer { kept, means: Means::External(der) })
        }
    }
}

fn kept(app: &App, role: SignerRole, way: SigningWay) -> Result<KeptSigner> {
    Ok(KeptSigner {
        role,
        post: role.label().to_owned(),
        name: name(app, role)?,
        way,
        owner: String::new(),
        serial: String::new(),
        valid_from: None,
        valid_to: None,
        sha256: String::new(),
        key: String::new(),
        signed_at: None,
    })
}

/// Her full name by the card of the school.
pub(super) fn name(app: &App, role: SignerRole) -> Result<String> {
    Ok(app.school()?.signer(role).to_owned())
}

fn with_key(app: &App, blank: KeptSigner, identity: Identity) -> Signer {
    let kept = certified(app, blank, &identity.certificate());
    Signer { kept, means: Means::Key(Box::new(identity)) }
}

fn certified(app: &App, blank: KeptSigner, certificate: &CertificateInfo) -> KeptSigner {
    let words = identity::words(app, certificate);
    KeptSigner {
        owner: words.owner,
        serial: words.serial,
        valid_from: Some(words.valid_from),
        valid_to: Some(words.valid_to),
        sha256: words.sha256,
        ..blank
    }
}

/// The key proves that whoever knew the code signed these data at this moment.
fn simple(app: &App, input: &SignerInput, blank: KeptSigner, data: &[u8], now: Moment) -> Result<Signer> {
    let pin = input.pin.as_ref().map(|pin| pin.as_str()).unwrap_or_default();
    let secret = identity::checked_pin(app, input.role, pin)?.secret;
    let moment = now.to_rfc3339();
    // Parts of one length each, so that no two different documents give one text.
    let sum = Sha256::digest(data);
    let role = [input.role as u8];
    let code = identity::simple_code(&secret, &[&sum, &role, moment.as_bytes()])?;
    let key = code[..KEY_SIGNS].to_uppercase();
    Ok(Signer { kept: KeptSigner { key, signed_at: Some(now), ..blank }, means: Means::Simple })
}

fn picked(app: &App, token: Option<&str>, what: &str) -> Result<Vec<u8>> {
    let path = token.and_then(|token| app.picked.get(token)).ok_or_else(|| {
        ApiError::refused(format!("Не выбран {what}."), "Ничего не подписано. Выберите файл и повторите.")
    })?;
    Ok(read_file(path, MAX_KEY_BYTES)?)
}

/// The school's key signs for nobody but its owner.
fn owned(name: &str, owner: &str) -> Result<()> {
    match is_same_person(owner, name) {
        true => Ok(()),
        false => Err(ApiError::refused(
            format!("Ключ этой программы выпущен на другое имя: {owner}. Подписать им за {name} нельзя."),
            "Ничего не подписано. Создайте новый сертификат в разделе «Школа и настройки» или выберите другой способ.",
        )),
    }
}

fn no_certificate() -> ApiError {
    ApiError::refused(
        "Документ не подписан: у школы ещё нет сертификата подписи.",
        "Данные целы. Создайте сертификат в разделе «Школа и настройки» и повторите.",
    )
}
