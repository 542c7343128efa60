//! Simple electronic signature: a PIN of the deputy and of the director, by the school's own rules (63-ФЗ, ст. 9).

use hmac::{Hmac, Mac};
use opora_domain::identity::SimpleKey;
use opora_domain::issued_report::SignerRole;
use opora_domain::words::Words;
use sha2::Sha256;

use super::{PinInput, PinRoleInput, PinView};
use crate::{ApiError, App, Code, Problems, Result, ops};

/// Digits of a PIN.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=12;
/// Bytes of a secret.
const SECRET: usize = 32;

/// Who has a PIN.
pub fn pins(app: &mut App, _: ()) -> Result<Vec<PinView>> {
    SignerRole::ALL.iter().map(|&role| view(app, role)).collect()
}

/// Gives somebody a PIN; an earlier one is retired, and what was signed with it keeps its mark.
///
/// # Errors
/// `Invalid` when it is not 4 to 12 digits or one digit repeated.
pub fn set_pin(app: &mut App, input: PinInput) -> Result<Vec<PinView>> {
    let pin = input.pin.trim();
    let digits = pin.chars().all(|c| c.is_ascii_digit()) && DIGITS.contains(&pin.len());
    let same = pin.len() > 1 && pin.chars().all(|c| pin.starts_with(c));
    Problems::default()
        .check(!digits, "pin", "ПИН-код — от 4 до 12 цифр.")
        .check(digits && same, "pin", "ПИН-код из одной и той же цифры легко угадать: выберите другой.")
        .finish()?;
    let mut secret = [0u8; SECRET];
    getrandom::fill(&mut secret).map_err(ApiError::internal)?;
    let key = SimpleKey {
        id: app.new_id(),
        role: input.role,
        owner: owner(app, input.role)?,
        secret: hex(&secret),
        pin: simple_code(&hex(&secret), &[pin.as_bytes()])?,
        set_on: app.today(),
        retired_on: None,
    };
    retire(app, input.role, ops::SET_PIN, Some(key))
}

/// Takes somebody's PIN away.
pub fn drop_pin(app: &mut App, input: PinRoleInput) -> Result<Vec<PinView>> {
    retire(app, input.role, ops::DROP_PIN, None)
}

fn retire(
    app: &mut App,
    role: SignerRole,
    op: opora_store::Op,
    next: Option<SimpleKey>,
) -> Result<Vec<PinView>> {
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

/// The PIN in use of somebody.
pub(crate) fn key_of(app: &App, role: SignerRole) -> Result<Option<SimpleKey>> {
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
    let key = key_of(app, role)?;
    let name = owner(app, role)?;
    Ok(PinView {
        role,
        label: role.label().to_owned(),
        other_owner: key.as_ref().is_some_and(|key| key.owner != name),
        set_on: key.map(|key| key.set_on),
        name,
    })
}

fn owner(app: &App, role: SignerRole) -> Result<String> {
    let school = app.school()?;
    Ok(match role {
        SignerRole::Deputy => school.deputy,
        SignerRole::Director => school.director,
    })
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
