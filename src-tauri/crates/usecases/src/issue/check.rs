//! What must hold before a document is issued.

use chrono::Datelike;
use opora_domain::identity::is_same_person;
use opora_domain::issued_report::{IssuedReport, PendingSigning, SigningWay, in_force};
use opora_domain::period::{Quarter, ReportPeriod};
use opora_domain::program::Program;
use opora_domain::report::DocumentKind;

use super::signer::{Moment, Signer, name};
use super::{IssueInput, SignerInput, number};
use crate::documents::{self, DocumentInput};
use crate::{ApiError, App, Problems, Result, current, dates};

/// By what an issued document is known: a later one of the same identity replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DocumentIdentity {
    pub(super) kind: DocumentKind,
    pub(super) subject: String,
    pub(super) period: String,
}

impl DocumentIdentity {
    /// The identity of what is asked for.
    pub(super) fn of(app: &App, input: &DocumentInput) -> Self {
        // A programme is told from another by its term, before its end and after.
        let subject = input.subject.clone().filter(|_| !input.kind.sums_up()).unwrap_or_default();
        Self { kind: input.kind, subject, period: period(app, input) }
    }

    /// The newest issued document of this identity that no other replaces.
    pub(super) fn issued(&self, app: &App) -> Result<Option<IssuedReport>> {
        let issued = app.read()?.by::<IssuedReport>("period", &self.period)?;
        Ok(in_force(&issued, self.kind, &self.subject).cloned())
    }
}

/// «2024-Q4», «2024», «2024-01-01..2024-06-30», empty for the whole programme where it may be chosen.
fn period(app: &App, input: &DocumentInput) -> String {
    let from = input.from.unwrap_or_else(|| app.today());
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match (input.kind, input.from, input.to) {
        (DocumentKind::Quarterly, ..) => Quarter::of(from).to_string(),
        (DocumentKind::Annual, ..) => from.year().to_string(),
        (kind, ..) if kind.sums_up() => term(app, input),
        (_, None, None) => String::new(),
        (_, from, to) => format!("{}..{}", day(from), day(to)),
    }
}

/// The term of the programme: what sums up one does not replace what sums up another.
fn term(app: &App, input: &DocumentInput) -> String {
    let program = documents::program_of(app, input).ok().flatten();
    let days = |program: Program| {
        let to = program.period_to.map(|to| to.to_string()).unwrap_or_default();
        format!("{}..{to}", program.period_from)
    };
    program.map(days).unwrap_or_default()
}

/// Everything that can be said before a key is touched, all at once.
pub(super) fn check(app: &mut App, input: &IssueInput) -> Result<DocumentIdentity> {
    let identity = DocumentIdentity::of(app, &input.document);
    issuable(app, &identity)?;
    let earlier = identity.issued(app)?;
    let number = input.number.trim();
    let taken = number::taken(app, input.date.year())?.iter().any(|other| other == number);
    let repeats = earlier
        .as_ref()
        .is_some_and(|earlier| earlier.number == number && earlier.issued_on().year() == input.date.year());
    let reason = input.correction_reason.trim();
    let twice = input
        .signers
        .iter()
        .enumerate()
        .any(|(at, signer)| input.signers[..at].iter().any(|other| other.role == signer.role));
    let nameless = input.signers.iter().map(|signer| name(app, signer.role)).collect::<Result<Vec<_>>>()?;
    let demo_outside = app.in_demo && input.signers.iter().any(|signer| signer.way == SigningWay::External);
    let lacking = lacking(app, input.document.kind)?;
    let free = format!("Такой номер в этом году уже есть. Следующий свободный — {}.", number::next(app)?);
    Problems::default()
        .check(number.is_empty(), "number", "Укажите исходящий номер.")
        .check(number.chars().count() > 40, "number", "Номер длиннее 40 знаков.")
        .check(!number.is_empty() && taken && !repeats, "number", &free)
        .check(input.date > app.today(), "date", "Дата ещё не наступила.")
        .check(
            input.document.from.is_some_and(|from| input.date < from),
            "date",
            "Дата раньше начала периода, о котором документ.",
        )
        .check(
            earlier.is_some() && reason.is_empty(),
            "correction_reason",
            "Укажите, почему документ заменяется.",
        )
        .check(reason.chars().count() > 1000, "correction_reason", "Причина длиннее 1 000 знаков.")
        .check(input.signers.is_empty(), "signers", "Выберите, кто подписывает.")
        .check(twice, "signers", "Один и тот же подписывающий выбран дважды.")
        .check(
            nameless.iter().any(|name| name.trim().is_empty()),
            "signers",
            "В карточке школы не указаны фамилия, имя и отчество подписывающего.",
        )
        .check(!lacking.is_empty(), "document", &lacking)
        .check(demo_outside, "signers", "В примере школы другая программа ничего не подписывает.")
        .finish()?;
    waiting(app, &identity)?;
    Ok(identity)
}

/// The certificates of other programs, which are not tried until the answer comes.
pub(super) fn certificates(signers: &[Signer], now: Moment) -> Result<()> {
    let now = now.date_naive();
    let out = signers.iter().find(|signer| {
        let kept = &signer.kept;
        kept.valid_from.is_some_and(|from| now < from) || kept.valid_to.is_some_and(|to| now > to)
    });
    match out {
        None => Ok(()),
        Some(signer) => Err(ApiError::refused(
            format!("Сертификат сейчас не действует: {}.", signer.kept.owner),
            "Ничего не подписано. Выберите действующий сертификат и проверьте дату на компьютере.",
        )),
    }
}

/// A certificate that names another person signs only when the user has said that it may.
pub(super) fn owners(asked: &[SignerInput], signers: &[Signer]) -> Result<()> {
    let mut problems = Problems::default();
    for (at, (input, Signer { kept, .. })) in asked.iter().zip(signers).enumerate() {
        let other = !kept.owner.is_empty() && !is_same_person(&kept.owner, &kept.name);
        let place = format!("signers.{at}.other_owner");
        problems.check(other && !input.other_owner, &place, &other_owner(&kept.owner, &kept.name));
    }
    problems.finish()
}

/// What is said of a certificate of another person.
pub(super) fn other_owner(owner: &str, name: &str) -> String {
    format!("Сертификат выдан на другое имя: {owner}, а в карточке школы — {name}.")
}

/// Without what the document cannot be made; a report of a period that has begun always can.
fn lacking(app: &mut App, kind: DocumentKind) -> Result<String> {
    if kind.is_composed() {
        return Ok(String::new());
    }
    let missing = documents::card_of(app, kind)?.missing;
    let blocking: Vec<&str> =
        missing.iter().filter(|one| one.blocking).map(|one| one.text.as_str()).collect();
    Ok(blocking.join(" "))
}

/// One document is not signed twice at a time.
fn waiting(app: &App, identity: &DocumentIdentity) -> Result<()> {
    let pending = app.read()?.all::<PendingSigning>()?;
    let same = |record: &&PendingSigning| {
        (record.kind, &record.subject, &record.period) == (identity.kind, &identity.subject, &identity.period)
    };
    match pending.iter().find(same) {
        None => Ok(()),
        Some(record) => Err(ApiError::refused(
            format!("Этот документ уже ждёт подписи под № {}.", record.number),
            "Ничего не изменено. Закончите подписание в журнале документов или отмените его.",
        )),
    }
}

/// It is no form, and its period has begun, not before the programme.
pub(super) fn issuable(app: &App, identity: &DocumentIdentity) -> Result<()> {
    if identity.kind.is_form() {
        return Err(ApiError::refused(
            "Бланк не подписывают и не регистрируют: его печатают и заполняют от руки.",
            "Ничего не выпущено. Сохраните файл и распечатайте его.",
        ));
    }
    let Some(period) = identity.period.parse::<ReportPeriod>().ok() else { return Ok(()) };
    if period.start() > app.today() {
        return Err(ApiError::refused(
            format!("{} ещё не начался.", period.label()),
            "Ничего не выпущено. Выберите период, который закончился или идёт.",
        ));
    }
    match current::of_quarter(app.read()?, period)?.filter(|program| period.end() < program.period_from) {
        Some(program) => Err(ApiError::refused(
            format!(
                "{}: программа ещё не действовала. Её первый день — {}",
                period.label(),
                dates::day(program.period_from)
            ),
            "Ничего не выпущено. Выберите период, в котором программа уже действовала.",
        )),
        None => Ok(()),
    }
}
