//! Cards of the documents of the school: what is inside now, what may be chosen, what is missing.

use chrono::NaiveDate;
use opora_domain::mentoring::{Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::program::{Program, ProgramChange};
use opora_domain::registers::{Assessment, IomForm, IomStep};
use opora_domain::report::DocumentKind;
use opora_domain::self_diagnosis::{Deficit, Response};
use opora_domain::words::{Words, counted};

use super::head::term;
use super::{DocumentCard, subjects, teachers};
use crate::report::Missing;
use crate::{App, Result, current, identity};

fn about(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Passport => {
            "Цель, задачи, сроки, показатели, ожидаемые результаты, риски и порядок контроля."
        }
        DocumentKind::Quarterly => "Как выполняется программа за квартал.",
        DocumentKind::Annual => "Как выполнена программа за год.",
        DocumentKind::StageReference => "Показатели этапа рядом с предыдущим этапом, отклонения и выводы.",
        DocumentKind::SelfDiagnosisReference => {
            "Охват, результаты по блокам, дефициты без имён, сравнение с прошлым годом, рекомендации."
        }
        DocumentKind::AssessmentReference => {
            "Успеваемость и качество по процедурам, динамика, признаки низких результатов."
        }
        DocumentKind::MentoringReport => "Наставники и наставляемые, тандемы, программы, встречи, итоги.",
        DocumentKind::FinalReport => {
            "Весь срок программы: дорожная карта, показатели, этапы, работа с педагогами, результаты, выводы."
        }
        DocumentKind::Presentation => {
            "Итоги программы на одном листе для муниципалитета и родителей: крупные цифры, диаграммы, без фамилий."
        }
        DocumentKind::Recommendations => "Что выявлено, что сделать, кто поможет, когда и как проверить.",
        DocumentKind::Iom => "Дефициты педагога и шаги маршрута: форма, содержание, часы, сроки, отметки.",
        DocumentKind::TrainingPlan => "Курсы педагогов: тема, организация, часы, сроки, документ, внедрение.",
        DocumentKind::StaffReference => "Категории, стаж, предметы и курсы педагогов на сегодня.",
        DocumentKind::TrainingRequest => {
            "Письмо в муниципалитет: каким темам и скольких педагогов нужно обучить, без фамилий."
        }
        DocumentKind::Questionnaire => "Печатают и раздают педагогам; ответы вносят в «Самодиагностике».",
        DocumentKind::Consent => {
            "Отдельный документ (152-ФЗ): педагог заполняет и подписывает его до анкеты."
        }
        DocumentKind::Protocol => {
            "Кто присутствовал, повестка, кого слушали, решения с ответственными и сроками."
        }
        DocumentKind::OrderApproval => "Об утверждении программы; номер и дата вписываются рукой.",
        DocumentKind::OrderWorkingGroup => "О составе рабочей группы; номер и дата вписываются рукой.",
        DocumentKind::OrderMentors => "О закреплении наставников по действующим тандемам.",
        DocumentKind::OrderChanges => "О внесении в программу изменений, которые ещё не утверждены.",
        DocumentKind::CoverLetter => "Перечень документов, которые школа направляет в муниципалитет.",
        DocumentKind::FingerprintAct => "Соглашение с муниципалитетом об электронной подписи школы.",
        DocumentKind::Roadmap => "Мероприятия со сроками, ответственными и отметками об исполнении.",
        DocumentKind::Changes => "Что, когда, почему и на каком основании изменено в программе.",
        DocumentKind::Inventory => "Документы, которыми подтверждено исполнение мероприятий.",
    }
}

/// A card that says nothing yet of the data.
pub(super) fn card(kind: DocumentKind, holds: String) -> DocumentCard {
    use DocumentKind as Kind;
    let (subject_label, without_subject) = choice(kind);
    DocumentCard {
        kind,
        title: kind.label().to_owned(),
        about: about(kind).to_owned(),
        holds,
        ready: true,
        draft: false,
        missing: Vec::new(),
        takes_period: matches!(
            kind,
            Kind::Roadmap
                | Kind::Inventory
                | Kind::Changes
                | Kind::SelfDiagnosisReference
                | Kind::AssessmentReference
                | Kind::MentoringReport
                | Kind::TrainingPlan
        ),
        takes_scope: kind == Kind::Roadmap,
        group: group(kind).to_owned(),
        subjects: Vec::new(),
        subject_label: subject_label.to_owned(),
        without_subject: without_subject.to_owned(),
        stays_in_school: kind.stays_in_school(),
        is_form: kind.is_form(),
    }
}

/// Words over the choice, and what is made without one.
fn choice(kind: DocumentKind) -> (&'static str, &'static str) {
    match kind {
        DocumentKind::StageReference => ("Этап", "Последний закрытый этап"),
        DocumentKind::Recommendations => ("Кому", "Школе в целом"),
        DocumentKind::Iom => ("Педагог", ""),
        DocumentKind::Questionnaire => ("Анкета", ""),
        DocumentKind::Consent => ("Чьё согласие", "Бланк без фамилии"),
        DocumentKind::FinalReport | DocumentKind::Presentation => ("Какая программа", "Действующая"),
        DocumentKind::Protocol => ("Заседание", "Последнее заседание"),
        DocumentKind::CoverLetter => ("Какие документы", "Последний выпущенный документ"),
        DocumentKind::FingerprintAct => ("Чей сертификат", "Заместителя директора"),
        _ => ("", ""),
    }
}

fn group(kind: DocumentKind) -> &'static str {
    use DocumentKind as Kind;
    match kind {
        Kind::Quarterly | Kind::Annual => "Отчёты",
        Kind::Passport | Kind::Roadmap | Kind::Changes | Kind::Inventory => "Программа",
        Kind::StageReference
        | Kind::SelfDiagnosisReference
        | Kind::AssessmentReference
        | Kind::MentoringReport
        | Kind::FinalReport
        | Kind::Presentation => "Справки и отчёты",
        Kind::Recommendations
        | Kind::Iom
        | Kind::TrainingPlan
        | Kind::StaffReference
        | Kind::Questionnaire
        | Kind::Consent => "Работа с педагогами",
        Kind::Protocol
        | Kind::OrderApproval
        | Kind::OrderWorkingGroup
        | Kind::OrderMentors
        | Kind::OrderChanges => "Приказы и протоколы",
        Kind::TrainingRequest | Kind::CoverLetter | Kind::FingerprintAct => "Переписка с муниципалитетом",
    }
}

/// Something doubtful that does not stop the document.
pub(super) fn missing(text: impl Into<String>, route: &str) -> Missing {
    Missing { text: text.into(), route: route.to_owned(), blocking: false }
}

/// What there is for a document, and what to do where there is nothing.
struct Found {
    holds: String,
    /// Without it there is nothing to make: what to do, where.
    needs: Option<(&'static str, &'static str)>,
}

fn found(count: usize, words: [&str; 3], needs: (&'static str, &'static str)) -> Found {
    let holds = match count {
        0 => "данных нет".to_owned(),
        count => counted(count as i64, words[0], words[1], words[2]),
    };
    Found { holds, needs: (count == 0).then_some(needs) }
}

/// The card of a document of the school.
pub(super) fn of_school(app: &mut App, program: &Program, kind: DocumentKind) -> Result<DocumentCard> {
    let subjects = subjects::choices(app, kind)?;
    let found = look(app, program, kind, subjects.len())?;
    let blocking = |(text, route): (&str, &str)| Missing { blocking: true, ..missing(text, route) };
    let ready = found.needs.is_none();
    let missing = found.needs.map(blocking).into_iter().chain(running(program, kind, app.today())).collect();
    let mut card = DocumentCard { ready, missing, subjects, ..card(kind, found.holds) };
    if (kind == DocumentKind::FingerprintAct || kind.sums_up()) && card.subjects.is_empty() {
        // One certificate or programme alone need not be chosen.
        card.subject_label.clear();
        card.without_subject.clear();
    }
    Ok(card)
}

/// A report on the whole term before its end.
fn running(program: &Program, kind: DocumentKind, today: NaiveDate) -> Option<Missing> {
    let over = program.period_to.is_some_and(|to| to < today);
    (kind.sums_up() && !over)
        .then(|| missing("Срок программы ещё не истёк: документ покажет положение на сегодня.", "#/program"))
}

fn look(app: &mut App, program: &Program, kind: DocumentKind, subjects: usize) -> Result<Found> {
    use DocumentKind as Kind;
    let read = app.read()?;
    Ok(match kind {
        Kind::StageReference => found(
            subjects,
            ["этап", "этапа", "этапов"],
            ("В программе нет этапов мониторинга.", "#/monitoring"),
        ),
        Kind::SelfDiagnosisReference => found(
            read.all::<Response>()?.iter().filter(|one| one.completed_on.is_some()).count(),
            ["завершённый опросник", "завершённых опросника", "завершённых опросников"],
            ("Никто из педагогов ещё не прошёл самодиагностику.", "#/selfdiagnosis"),
        ),
        Kind::AssessmentReference => found(
            read.all::<Assessment>()?.len(),
            ["результат", "результата", "результатов"],
            ("Результаты оценочных процедур не внесены.", "#/registers"),
        ),
        Kind::MentoringReport => found(
            read.all::<Tandem>()?.len(),
            ["тандем", "тандема", "тандемов"],
            ("Наставнических пар ещё нет.", "#/mentoring"),
        ),
        Kind::FinalReport | Kind::Presentation => Found { holds: term(program), needs: None },
        Kind::OrderMentors => found(
            read.all::<Tandem>()?.iter().filter(|one| one.status == TandemStatus::Active).count(),
            ["действующий тандем", "действующих тандема", "действующих тандемов"],
            ("Действующих наставнических пар нет.", "#/mentoring"),
        ),
        Kind::Recommendations => found(
            read.all::<Deficit>()?.iter().filter(|one| one.closed_on.is_none()).count(),
            ["открытый дефицит", "открытых дефицита", "открытых дефицитов"],
            ("Открытых дефицитов нет: рекомендовать нечего.", "#/selfdiagnosis"),
        ),
        Kind::Iom => {
            found(subjects, ["педагог", "педагога", "педагогов"], ("Педагоги не внесены.", "#/teachers"))
        }
        Kind::TrainingPlan => found(
            read.all::<IomStep>()?.iter().filter(|one| one.form == IomForm::Course).count(),
            ["курс", "курса", "курсов"],
            ("Курсы повышения квалификации не внесены.", "#/registers"),
        ),
        Kind::StaffReference => found(
            read.all::<Person>()?.iter().filter(|one| one.counts_on(app.today())).count(),
            ["педагог", "педагога", "педагогов"],
            ("Педагоги не внесены.", "#/teachers"),
        ),
        Kind::TrainingRequest => found(
            teachers::training_request(app, program)?.rows.len(),
            ["тема", "темы", "тем"],
            (
                "Дефицитов, которым нужно обучение и нет курса, не выявлено: просить нечего.",
                "#/selfdiagnosis",
            ),
        ),
        Kind::Protocol => found(
            subjects,
            ["заседание", "заседания", "заседаний"],
            ("Заседания рабочей группы не внесены.", "#/registers"),
        ),
        Kind::OrderChanges => {
            let changes: Vec<ProgramChange> = current::of(read, Some(program))?;
            found(
                changes.iter().filter(|one| one.version.is_none()).count(),
                ["неутверждённое изменение", "неутверждённых изменения", "неутверждённых изменений"],
                ("Изменений, которые ждут утверждения, нет.", "#/program"),
            )
        }
        Kind::CoverLetter => found(
            subjects,
            ["выпущенный документ", "выпущенных документа", "выпущенных документов"],
            ("Ни один документ ещё не выпущен.", "#/reports"),
        ),
        Kind::FingerprintAct => found(
            identity::list(app, ())?.iter().filter(|card| card.retired_on.is_none()).count(),
            ["сертификат", "сертификата", "сертификатов"],
            ("Сертификата подписи ещё нет.", "#/settings?tab=signing"),
        ),
        Kind::Questionnaire | Kind::Consent => Found {
            holds: "бланк для печати, заполняется от руки".to_owned(),
            needs: None,
        },
        _ => Found {
            holds: "проект приказа, номер и дата — рукой".to_owned(), needs: None
        },
    })
}
