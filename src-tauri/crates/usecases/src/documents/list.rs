use opora_domain::program::{Program, ProgramChange};
use opora_domain::report::{DocumentFormat, DocumentKind, EventScope};
use opora_domain::words::{Words, counted};

use super::cards::{self, card, missing};
use super::period::{Span, choices};
use super::{DocumentCard, DocumentsView, FormatChoice, plan};
use crate::report::Missing;
use crate::{App, Result, current, evidence, indicator};

/// Kinds with a card on the screen of documents; quarterly and annual reports have a screen of their own.
fn kinds() -> impl Iterator<Item = DocumentKind> {
    DocumentKind::ALL.iter().copied().filter(|kind| !kind.is_composed())
}

/// Every kind for the command line: what to type and what it is.
pub fn names() -> Vec<(String, &'static str)> {
    let typed =
        |kind: &DocumentKind| serde_json::to_value(kind).ok()?.as_str().map(|name| name.replace('_', "-"));
    DocumentKind::ALL.iter().filter_map(|kind| Some((typed(kind)?, kind.label()))).collect()
}

/// What can be made now, and what is missing.
pub fn list(app: &mut App, _: ()) -> Result<DocumentsView> {
    let program = current::program(app.read()?)?;
    let documents = kinds().map(|kind| one(app, program.as_ref(), kind)).collect::<Result<_>>()?;
    let formats = DocumentFormat::ALL.iter().map(|format| FormatChoice {
        format: *format,
        label: format.label().to_owned(),
        hint: hint(*format).to_owned(),
    });
    let today = app.today();
    Ok(DocumentsView {
        documents,
        periods: program.map(|program| choices(&program, today)).unwrap_or_default(),
        formats: formats.collect(),
    })
}

/// The card of one kind.
pub(crate) fn card_of(app: &mut App, kind: DocumentKind) -> Result<DocumentCard> {
    let program = current::program(app.read()?)?;
    one(app, program.as_ref(), kind)
}

fn one(app: &mut App, program: Option<&Program>, kind: DocumentKind) -> Result<DocumentCard> {
    let Some(program) = program else { return Ok(not_yet(kind)) };
    match kind {
        DocumentKind::Passport => passport(app, program),
        DocumentKind::Roadmap => roadmap(app, program),
        DocumentKind::Changes => changes(app, program),
        DocumentKind::Inventory => inventory(app),
        kind => cards::of_school(app, program, kind),
    }
}

fn hint(format: DocumentFormat) -> &'static str {
    match format {
        DocumentFormat::Pdf => "для чтения, печати и хранения",
        DocumentFormat::Docx => "для правки",
        DocumentFormat::Xlsx => "таблицы для расчётов",
    }
}

fn not_yet(kind: DocumentKind) -> DocumentCard {
    let missing = Missing {
        text: "Программа ещё не выбрана.".to_owned(),
        route: "#/roadmap".to_owned(),
        blocking: true,
    };
    DocumentCard { ready: false, missing: vec![missing], ..card(kind, String::new()) }
}

fn unapproved(program: &Program) -> Option<Missing> {
    let text = "Программа не утверждена приказом: на страницах будет «ПРОЕКТ».";
    (!program.is_approved()).then(|| missing(text, "#/program"))
}

fn passport(app: &mut App, program: &Program) -> Result<DocumentCard> {
    let sheet = indicator::sheet(app, ())?;
    let rows: Vec<_> = sheet.groups.iter().flat_map(|group| &group.rows).collect();
    let indicators = counted(rows.len() as i64, "показатель", "показателя", "показателей");
    let bare = rows.iter().filter(|row| row.cells.iter().all(|cell| cell.target.is_none())).count() as i64;
    let mut wanting: Vec<Missing> = unapproved(program).into_iter().collect();
    if program.goal.trim().is_empty() {
        wanting.push(missing("Не записана цель программы.", "#/program"));
    }
    if bare > 0 {
        let of = counted(bare, "показателя", "показателей", "показателей");
        wanting.push(missing(format!("Нет целевых значений у {of}."), "#/program"));
    }
    if program.responsible_person_id.is_none() {
        wanting.push(missing("Не назначен ответственный за программу.", "#/program"));
    }
    if app.school()?.director.trim().is_empty() {
        wanting.push(missing("В карточке школы не указан директор.", "#/settings"));
    }
    let holds = if rows.is_empty() { "показателей нет".to_owned() } else { indicators };
    Ok(DocumentCard {
        draft: !program.is_approved(),
        missing: wanting,
        ..card(DocumentKind::Passport, holds)
    })
}

fn roadmap(app: &App, program: &Program) -> Result<DocumentCard> {
    let said = plan::snapshot(app, program, Span::default(), EventScope::All)?;
    let rows = said.tasks.iter().flat_map(|task| &task.rows).filter(|row| !row.is_group);
    let count = rows.count() as i64;
    let events = counted(count, "мероприятие", "мероприятия", "мероприятий");
    let holds = match (count, said.totals.planned) {
        (0, _) => "мероприятий нет".to_owned(),
        (_, 0) => events,
        (_, planned) => format!("{events}, исполнено сроков {} из {planned}", said.totals.done),
    };
    let mut wanting: Vec<Missing> = unapproved(program).into_iter().collect();
    if count == 0 {
        let text = "В программе нет плана мероприятий: добавьте мероприятия школы.";
        wanting.insert(0, Missing { blocking: true, ..missing(text, "#/program") });
    }
    let draft = !program.is_approved();
    Ok(DocumentCard { ready: count > 0, draft, missing: wanting, ..card(DocumentKind::Roadmap, holds) })
}

fn changes(app: &App, program: &Program) -> Result<DocumentCard> {
    let changes: Vec<ProgramChange> = current::of(app.read()?, Some(program))?;
    let waiting = changes.iter().filter(|change| change.version.is_none()).count() as i64;
    let holds = match changes.len() as i64 {
        0 => "изменений нет".to_owned(),
        count => counted(count, "изменение", "изменения", "изменений"),
    };
    let mut wanting = Vec::new();
    if waiting > 0 && program.is_approved() {
        let of =
            counted(waiting, "изменение не утверждено", "изменения не утверждены", "изменений не утверждено");
        wanting.push(missing(format!("Приказом ещё {of}."), "#/program"));
    }
    Ok(DocumentCard { missing: wanting, ..card(DocumentKind::Changes, holds) })
}

fn inventory(app: &App) -> Result<DocumentCard> {
    let found = evidence::gather(app, Span::default())?;
    let holds = match found.documents.len() as i64 {
        0 => "документов нет".to_owned(),
        count => counted(count, "документ", "документа", "документов"),
    };
    let owed = found.bare.iter().filter(|item| item.owed).count() as i64;
    let mut wanting = Vec::new();
    if owed > 0 {
        let of = counted(owed, "мероприятия", "мероприятий", "мероприятий");
        wanting.push(missing(format!("Нет требуемого документа у {of}."), "#/roadmap?state=done"));
    }
    Ok(DocumentCard { missing: wanting, ..card(DocumentKind::Inventory, holds) })
}
