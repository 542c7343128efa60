//! Simple electronic signature: a PIN of the deputy and of the director, by the school's own rules (63-ФЗ, ст. 9).

use hmac::{Hmac, Mac};
use opora_domain::identity::SimpleKey;
use opora_domain::issued_report::SignerRole;
use opora_domain::words::Words;
use sha2::Sha256;

use super::{PinInput, PinRoleInput, PinView, PinsView};
use crate::{ApiError, App, Code, Problems, Result, ops};

/// Digits of a PIN.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=12;
/// Bytes of a secret.
const SECRET: usize = 32;

/// What a simple signature means in law (63-ФЗ, ст. 5, 6 и 9).
const MEANING: &str = "Простая подпись подтверждает, что документ подписал именно тот, кто знает ПИН-код. Равной \
    собственноручной она считается, если порядок её применения утверждён приказом школы или соглашением с \
    муниципалитетом, а ПИН-код хранится в тайне. Изменений в документе она не обнаруживает: для этого нужна подпись \
    ключом.";

/// Who has a PIN.
pub fn pins(app: &mut App, _: ()) -> Result<PinsView> {
    let people = SignerRole::ALL.iter().map(|&role| view(app, role)).collect::<Result<_>>()?;
    Ok(PinsView { meaning: MEANING.to_owned(), people })
}

/// Gives somebody a PIN; an earlier one is retired, and what was signed with it keeps its mark.
///
/// # Errors
/// `Invalid` when it is not 4 to 12 digits or one digit repeated; `Refused` when the school card does not name whose.
pub fn set_pin(app: &mut App, input: PinInput) -> Result<PinsView> {
    let pin = input.pin.trim();
    let digits = pin.chars().all(|c| c.is_ascii_digit()) && DIGITS.contains(&pin.len());
    let same = pin.len() > 1 && pin.chars().all(|c| pin.starts_with(c));
    Problems::default()
        .check(!digits, "pin", "ПИН-код — от 4 до 12 цифр.")
        .check(digits && same, "pin", "ПИН-код из одной и той же цифры легко угадать: выберите другой.")
        .finish()?;
    let owner = owner(app, input.role)?;
    if owner.trim().is_empty() {
        return Err(nameless(input.role));
    }
    let mut secret = [0u8; SECRET];
    getrandom::fill(&mut secret).map_err(ApiError::internal)?;
    let key = SimpleKey {
        id: app.new_id(),
        role: input.role,
        owner,
        secret: hex(&secret),
        pin: simple_code(&hex(&secret), &[pin.as_bytes()])?,
        set_on: app.today(),
        retired_on: None,
    };
    retire(app, input.role, ops::SET_PIN, Some(key))
}

/// Takes somebody's PIN away.
pub fn drop_pin(app: &mut App, input: PinRoleInput) -> Result<PinsView> {
    retire(app, input.role, ops::DROP_PIN, None)
}

fn retire(app: &mut App, role: SignerRole, op: opora_store::Op, next: Option<SimpleKey>) -> Result<PinsView> {
    let today = app.today();
    app.transact(op, |tx| {
        tx.lasting();
        for key in tx.all::<SimpleKey>()?.into_iter().filter(|key| in_use(key, role)) {
            tx.update(&SimpleKey { retired_on: Some(today), ..key })?;
        }
        next.iter().try_for_each(|key| tx.insert(key))?;
        Ok(())
    })?;
    pins(app, ())
}

/// The key of somebody who gave the right PIN.
///
/// # Errors
/// `Refused` when there is none; `WrongSecret` when the PIN does not fit.
pub(crate) fn checked_pin(app: &App, role: SignerRole, pin: &str) -> Result<SimpleKey> {
    let key = key_of(app, role)?.ok_or_else(|| no_pin(role))?;
    let secret = bytes(&key.secret)?;
    let mut mac = mac(&secret)?;
    mac.update(pin.trim().as_bytes());
    // Compared without telling by time how much of it was right.
    match mac.verify_slice(&bytes(&key.pin)?) {
        Ok(()) => Ok(key),
        Err(_) => Err(ApiError::new(
            Code::WrongSecret,
            "ПИН-код не подходит.",
            "Ничего не подписано. Проверьте цифры; забытый ПИН-код можно задать заново в настройках.",
        )),
    }
}

/// The PIN in use of whoever holds the post now: one that a predecessor has set signs nothing in another's name.
pub(crate) fn key_of(app: &App, role: SignerRole) -> Result<Option<SimpleKey>> {
    let name = owner(app, role)?;
    Ok(latest(app, role)?.filter(|key| key.owner == name))
}

fn latest(app: &App, role: SignerRole) -> Result<Option<SimpleKey>> {
    Ok(app.read()?.all::<SimpleKey>()?.into_iter().rfind(|key| in_use(key, role)))
}

/// HMAC-SHA-256 of some bytes by a secret, lower hex: the unique key under a simple signature.
pub(crate) fn simple_code(secret: &str, parts: &[&[u8]]) -> Result<String> {
    let secret = bytes(secret)?;
    let mut mac = mac(&secret)?;
    parts.iter().for_each(|part| mac.update(part));
    Ok(hex(&mac.finalize().into_bytes()))
}

fn mac(secret: &[u8]) -> Result<Hmac<Sha256>> {
    Hmac::<Sha256>::new_from_slice(secret).map_err(ApiError::internal)
}

fn in_use(key: &SimpleKey, role: SignerRole) -> bool {
    key.role == role && key.retired_on.is_none()
}

fn view(app: &App, role: SignerRole) -> Result<PinView> {
    let key = latest(app, role)?;
    let name = owner(app, role)?;
    let other_owner = key.as_ref().is_some_and(|key| key.owner != name);
    let (state_word, state_label) = match &key {
        _ if name.trim().is_empty() => {
            ("нет имени", "в карточке школы не указаны фамилия, имя и отчество".to_owned())
        }
        None => ("не задан", "подписывать простой подписью пока нельзя".to_owned()),
        Some(key) if other_owner => (
            "другое имя",
            format!("задан для другого человека ({}) и больше не подписывает: задайте заново", key.owner),
        ),
        Some(key) => ("задан", format!("с {}", key.set_on.format("%d.%m.%Y"))),
    };
    Ok(PinView {
        role,
        label: role.label().to_owned(),
        ready: key.is_some() && !other_owner,
        other_owner,
        state_word: state_word.to_owned(),
        state_label,
        set_on: key.map(|key| key.set_on),
        name,
    })
}

fn owner(app: &App, role: SignerRole) -> Result<String> {
    Ok(app.school()?.signer(role).to_owned())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Result<Vec<u8>> {
    let pair = |at: usize| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    let read = (0..hex.len()).step_by(2).map(pair).collect::<Option<Vec<_>>>();
    read.ok_or_else(|| ApiError::internal("ключ простой подписи не читается"))
}

fn no_pin(role: SignerRole) -> ApiError {
    ApiError::refused(
        format!("{}: ПИН-код простой подписи не задан.", role.label()),
        "Ничего не подписано. Задайте ПИН-код в разделе «Школа и настройки» и повторите.",
    )
}

fn nameless(role: SignerRole) -> ApiError {
    ApiError::refused(
        format!("{}: в карточке школы не указаны фамилия, имя и отчество.", role.label()),
        "ПИН-код не задан. Заполните карточку школы и повторите.",
    )
}
