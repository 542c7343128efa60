//! Lists of revoked certificates that came as files: the program has no network.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDate, Utc};
use opora_domain::identity::RevocationList;
use opora_domain::words::counted;
use opora_sign::{CrlInfo, read_crl};

use super::{CrlState, CrlView};
use crate::folder::name_of;
use crate::person::IdInput;
use crate::{ApiError, App, Code, Result, ops};

/// A list of a large authority holds some hundred thousand entries.
const MAX_LIST_BYTES: u64 = 32 * 1024 * 1024;

/// A list and what it says.
struct Read {
    record: RevocationList,
    info: CrlInfo,
}

/// Lists in use: by issuer, the newest first.
pub fn crls(app: &mut App, _: ()) -> Result<Vec<CrlView>> {
    let records = app.read()?.all::<RevocationList>()?;
    let mut lists = records.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    lists.sort_by(|a, b| (&a.info.issuer, b.info.made).cmp(&(&b.info.issuer, a.info.made)));
    let replaced = |at: usize| at > 0 && lists[at - 1].info.issuer == lists[at].info.issuer;
    Ok(lists.iter().enumerate().map(|(at, list)| view(app, list, replaced(at))).collect())
}

/// Lets the user choose lists of revoked certificates; gives those added, none when she changed her mind. A list that
/// is there already stays as it is. With one wrong file among them nothing is added.
///
/// # Errors
/// `Invalid` when a file is no such list.
pub fn import_crl(app: &mut App, _: ()) -> Result<Vec<CrlView>> {
    let paths = app.host.pick_files("Списки отозванных сертификатов", &["crl", "pem", "der"]);
    let mut added: Vec<RevocationList> = Vec::new();
    for path in paths {
        let bytes = opora_exchange::read_file(&path, MAX_LIST_BYTES)?;
        if read_crl(&bytes).is_none() {
            return Err(no_list(&name_of(&path)));
        }
        let list = STANDARD.encode(&bytes);
        let known = !app.read()?.by::<RevocationList>("list", &list)?.is_empty();
        if !known && added.iter().all(|other| other.list != list) {
            added.push(RevocationList {
                id: app.new_id(),
                title: name_of(&path),
                list,
                added_on: app.today(),
            });
        }
    }
    if added.is_empty() {
        return Ok(Vec::new());
    }
    app.transact(ops::ADD_CRL, |tx| Ok(added.iter().try_for_each(|record| tx.insert(record))?))?;
    let views = crls(app, ())?.into_iter();
    Ok(views.filter(|view| added.iter().any(|record| record.id == view.id)).collect())
}

/// Takes a list away.
pub fn drop_crl(app: &mut App, input: IdInput) -> Result<()> {
    app.transact(ops::DROP_CRL, |tx| {
        tx.delete::<RevocationList>(&input.id)?;
        Ok(())
    })
}

fn read(record: RevocationList) -> Result<Read> {
    let bytes = STANDARD.decode(&record.list).map_err(ApiError::internal)?;
    let info = read_crl(&bytes).ok_or_else(|| ApiError::internal("список отозванных не читается"))?;
    Ok(Read { record, info })
}

fn view(app: &App, list: &Read, replaced: bool) -> CrlView {
    let day = |at: DateTime<Utc>| at.with_timezone(app.now().offset()).date_naive();
    let next_on = list.info.next.map(day);
    let state = match next_on {
        _ if replaced => CrlState::Replaced,
        Some(next) if next < app.today() => CrlState::Overdue,
        Some(_) => CrlState::Current,
        None => CrlState::Undated,
    };
    CrlView {
        id: list.record.id.clone(),
        title: list.record.title.clone(),
        added_on: list.record.added_on,
        issuer: list.info.issuer.clone(),
        made_on: day(list.info.made),
        next_on,
        entries: counted(list.info.entries as i64, "сертификат", "сертификата", "сертификатов"),
        state,
        state_word: state.word().to_owned(),
        state_label: label(state, next_on, app.today()),
    }
}

fn label(state: CrlState, next: Option<NaiveDate>, today: NaiveDate) -> String {
    let next_day = next.map(|next| next.format("%d.%m.%Y").to_string()).unwrap_or_default();
    let late = next.map_or(0, |next| (today - next).num_days());
    match state {
        CrlState::Current => format!("Новый список ожидается {next_day}."),
        CrlState::Overdue => format!(
            "Новый список ожидался {next_day}, {} назад: возьмите свежий на сайте удостоверяющего центра.",
            counted(late, "день", "дня", "дней")
        ),
        CrlState::Replaced => "Есть более новый список этого центра; этот можно убрать.".to_owned(),
        CrlState::Undated => "Когда ждать следующий список, центр не указал.".to_owned(),
    }
}

fn no_list(name: &str) -> ApiError {
    ApiError::new(
        Code::Invalid,
        format!("«{name}»: это не список отозванных сертификатов."),
        "Ничего не изменено. Возьмите файл .crl на сайте удостоверяющего центра.",
    )
}
