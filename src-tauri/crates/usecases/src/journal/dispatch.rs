//! Marks made by hand: how, to whom, when, and the number it was given there.

use opora_domain::issued_report::{Dispatch, IssuedReport};

use super::{DispatchInput, DispatchMark, JournalEntry, SaveDispatchInput, entry};
use crate::{App, Problems, Result, ops};

const MAX_NUMBER: usize = 40;
const MAX_ADDRESSEE: usize = 200;
const MAX_NOTE: usize = 1000;

/// Marks that a document was handed over.
///
/// # Errors
/// `Invalid` with every field that does not fit.
pub fn record_dispatch(app: &mut App, input: DispatchInput) -> Result<JournalEntry> {
    let report = app.read()?.need::<IssuedReport>(&input.report_id)?;
    check(app, &report, &input.mark, true)?;
    let bare = Dispatch {
        id: app.new_id(),
        report_id: report.id.clone(),
        date: input.mark.date,
        file_name: String::new(),
        sha256: String::new(),
        channel: input.mark.channel,
        addressee: String::new(),
        incoming_number: String::new(),
        incoming_date: None,
        note: String::new(),
    };
    let dispatch = marked(bare, input.mark);
    app.transact(ops::RECORD_DISPATCH, |tx| {
        tx.insert(&dispatch)?;
        Ok(())
    })?;
    entry(app, &report)
}

/// Corrects a mark; of a copy that the program has written the file and its hash stay.
///
/// # Errors
/// As [`record_dispatch`].
pub fn save_dispatch(app: &mut App, input: SaveDispatchInput) -> Result<JournalEntry> {
    let known = app.read()?.need::<Dispatch>(&input.id)?;
    let report = app.read()?.need::<IssuedReport>(&known.report_id)?;
    check(app, &report, &input.mark, known.file_name.is_empty())?;
    let dispatch = marked(known, input.mark);
    app.transact(ops::SAVE_DISPATCH, |tx| {
        tx.update(&dispatch)?;
        Ok(())
    })?;
    entry(app, &report)
}

fn check(app: &App, report: &IssuedReport, mark: &DispatchMark, by_hand: bool) -> Result<()> {
    let longer = |text: &str, most: usize| text.trim().chars().count() > most;
    let (today, issued) = (app.today(), report.issued_on());
    let incoming = mark.incoming_date;
    Problems::default()
        .check(by_hand && mark.addressee.trim().is_empty(), "addressee", "Укажите, кому передан документ.")
        .check(longer(&mark.addressee, MAX_ADDRESSEE), "addressee", "Адресат длиннее 200 знаков.")
        .check(mark.date > today, "date", "Дата отправки не может быть в будущем.")
        .check(mark.date < issued, "date", "Документ отправлен раньше, чем выпущен: проверьте дату.")
        .check(longer(&mark.incoming_number, MAX_NUMBER), "incoming_number", "Номер длиннее 40 знаков.")
        .check(
            incoming.is_some() && mark.incoming_number.trim().is_empty(),
            "incoming_number",
            "Укажите входящий номер или уберите его дату.",
        )
        .check(
            incoming.is_some_and(|day| day > today),
            "incoming_date",
            "Дата регистрации не может быть в будущем.",
        )
        .check(
            incoming.is_some_and(|day| day < mark.date),
            "incoming_date",
            "Документ зарегистрирован раньше, чем отправлен: проверьте дату.",
        )
        .check(longer(&mark.note, MAX_NOTE), "note", "Примечание длиннее 1000 знаков.")
        .finish()
}

fn marked(dispatch: Dispatch, mark: DispatchMark) -> Dispatch {
    Dispatch {
        channel: mark.channel,
        addressee: mark.addressee.trim().to_owned(),
        date: mark.date,
        incoming_number: mark.incoming_number.trim().to_owned(),
        incoming_date: mark.incoming_date,
        note: mark.note.trim().to_owned(),
        ..dispatch
    }
}
