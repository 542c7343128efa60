//! The data of minutes, draft orders, the letter and the act.

use opora_domain::Id;
use opora_domain::issued_report::IssuedReport;
use opora_domain::mentoring::{Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::program::{Program, ProgramChange};
use opora_domain::registers::{Meeting, lines};
use opora_domain::report::cover_letter::{self, CoverLetter, SentRow};
use opora_domain::report::fingerprint_act::{self, FingerprintAct};
use opora_domain::report::order::{self, Appendix, Order};
use opora_domain::report::protocol::{self, Protocol};
use opora_domain::words::quoted;

use super::changes::what;
use super::head::head;
use crate::{ApiError, App, Result, current, identity};

const BLANK: &str = "__________________";

fn day(date: chrono::NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// The minutes of the chosen meeting, of the last one without a choice.
pub(super) fn protocol(app: &App, program: &Program, subject: Option<&Id>) -> Result<Protocol> {
    let meetings: Vec<Meeting> = app.read()?.all()?;
    let found = match subject {
        Some(id) => meetings.into_iter().find(|meeting| meeting.id == *id),
        None => meetings.into_iter().max_by_key(|meeting| (meeting.date, meeting.id.clone())),
    };
    let meeting = found.ok_or_else(|| ApiError::not_found("заседание рабочей группы"))?;
    Ok(Protocol {
        schema: protocol::SCHEMA.to_owned(),
        head: head(app, program)?,
        decisions: meeting.resolved(),
        number: meeting.number,
        date: meeting.date,
        present: meeting.present,
        agenda: lines(&meeting.agenda),
        heard: lines(&meeting.heard),
        spoke: lines(&meeting.spoke),
        attended: lines(&meeting.attended),
        chair: meeting.chair,
        secretary: meeting.secretary,
    })
}

fn order(app: &App, program: &Program, about: &str, preamble: String, points: Vec<String>) -> Result<Order> {
    Ok(Order {
        schema: order::SCHEMA.to_owned(),
        head: head(app, program)?,
        about: about.to_owned(),
        preamble,
        points,
        appendix: None,
        acquainted: Vec::new(),
    })
}

/// «В целях …, на основании программы «…» (приказ …)».
fn preamble(program: &Program) -> String {
    let act = if program.act.is_empty() { String::new() } else { format!(" ({})", program.act) };
    format!("В целях повышения качества образования, во исполнение программы {}{act}", quoted(&program.title))
}

fn responsible(app: &App, program: &Program) -> Result<String> {
    let person = match &program.responsible_person_id {
        Some(id) => app.read()?.get::<Person>(id)?,
        None => None,
    };
    person.map_or_else(|| app.school().map(|school| school.deputy), |person| Ok(person.fio))
}

/// The programme is approved.
pub(super) fn order_approval(app: &App, program: &Program) -> Result<Order> {
    let until = program.period_to.map(|to| format!(" по {}", day(to))).unwrap_or_default();
    let changes: Vec<ProgramChange> = current::of(app.read()?, Some(program))?;
    // A programme without corrections is approved as it stands.
    let corrected = changes.iter().any(|change| change.version.is_none());
    let version = (program.version + i64::from(corrected)).max(1);
    let points = vec![
        format!(
            "Утвердить школьную программу повышения качества образования на период с {}{until} (редакция № {version}) \
             и ввести её в действие с даты подписания настоящего приказа.",
            day(program.period_from)
        ),
        format!("Ответственный за реализацию программы — {}.", responsible(app, program)?),
        "Разместить программу на официальном сайте школы.".to_owned(),
        "Ответственному представлять отчёты о ходе реализации программы ежеквартально.".to_owned(),
    ];
    order(
        app,
        program,
        "Об утверждении школьной программы повышения качества образования",
        preamble(program),
        points,
    )
}

/// The working group: its head is the deputy, the rest is left to the pen.
pub(super) fn order_working_group(app: &App, program: &Program) -> Result<Order> {
    let school = app.school()?;
    let points = vec![
        "Создать рабочую группу по разработке и реализации школьной программы повышения качества образования в составе \
         согласно приложению."
            .to_owned(),
        "Рабочей группе проводить заседания не реже одного раза в квартал и оформлять их протоколами.".to_owned(),
        "Рабочей группе рассматривать ход исполнения дорожной карты, значения показателей и вносить предложения о \
         корректировке программы."
            .to_owned(),
    ];
    let row = |number: &str, fio: &str, post: &str, role: &str| {
        [number, fio, post, role].map(str::to_owned).to_vec()
    };
    let mut rows = vec![row("1", &school.deputy, "заместитель директора", "руководитель рабочей группы")];
    let responsible = responsible(app, program)?;
    if responsible != school.deputy {
        rows.push(row("2", &responsible, BLANK, "ответственный за программу"));
    }
    while rows.len() < 6 {
        rows.push(row(&(rows.len() + 1).to_string(), BLANK, BLANK, "член рабочей группы"));
    }
    let said = order(app, program, "О создании рабочей группы", preamble(program), points)?;
    let columns = ["№", "Фамилия, имя, отчество", "Должность", "Роль"].map(str::to_owned).to_vec();
    let title = "Состав рабочей группы".to_owned();
    Ok(Order { appendix: Some(Appendix { title, columns, rows }), ..said })
}

/// Mentors of the tandems now working.
pub(super) fn order_mentors(app: &App, program: &Program) -> Result<Order> {
    let read = app.read()?;
    let mut tandems: Vec<Tandem> = read.all()?;
    tandems.retain(|tandem| tandem.status == TandemStatus::Active);
    tandems.sort_by_key(|tandem| (tandem.started_on, tandem.id.clone()));
    if tandems.is_empty() {
        return Err(ApiError::refused(
            "Действующих наставнических пар нет.",
            "Ничего не записано. Создайте пару в разделе «Наставничество» и повторите.",
        ));
    }
    let (mut rows, mut acquainted) = (Vec::new(), Vec::new());
    for (number, tandem) in (1..).zip(&tandems) {
        let mentor = match &tandem.mentor_id {
            Some(id) => read.need::<Person>(id)?.fio,
            None => tandem.outside_mentor.clone(),
        };
        let mentee = read.need::<Person>(&tandem.mentee_id)?.fio;
        let until = tandem.ends_on.map(|end| format!(" по {}", day(end))).unwrap_or_default();
        let term = format!("с {}{until}", day(tandem.started_on));
        acquainted.extend([mentor.clone(), mentee.clone()]);
        rows.push(vec![number.to_string(), mentor, mentee, tandem.topic.clone(), term]);
    }
    acquainted.sort();
    acquainted.dedup();
    let points = vec![
        "Закрепить наставников за педагогами согласно приложению.".to_owned(),
        "Наставникам работать по программам наставничества, согласованным с наставляемыми, и фиксировать встречи."
            .to_owned(),
        "Наставникам представлять сведения об исполнении программ наставничества ежеквартально.".to_owned(),
    ];
    let said = order(app, program, "О закреплении наставников", preamble(program), points)?;
    let columns = ["№", "Наставник", "Наставляемый", "Тема работы", "Срок"].map(str::to_owned).to_vec();
    let title = "Наставники и наставляемые".to_owned();
    Ok(Order { appendix: Some(Appendix { title, columns, rows }), acquainted, ..said })
}

/// Corrections that no order has approved yet.
pub(super) fn order_changes(app: &App, program: &Program) -> Result<Order> {
    let mut changes: Vec<ProgramChange> = current::of(app.read()?, Some(program))?;
    changes.retain(|change| change.version.is_none());
    changes.sort_by_key(|change| change.seq);
    if changes.is_empty() {
        return Err(ApiError::refused(
            "Изменений, которые ждут утверждения, нет.",
            "Ничего не записано. Когда в программу внесут изменение, проект приказа можно будет составить.",
        ));
    }
    let version = program.version + 1;
    let points = vec![
        format!(
            "Внести в школьную программу повышения качества образования изменения согласно приложению и утвердить её \
             в редакции № {version}."
        ),
        "Разместить программу в новой редакции на официальном сайте школы.".to_owned(),
    ];
    let said = order(
        app,
        program,
        "О внесении изменений в школьную программу повышения качества образования",
        preamble(program),
        points,
    )?;
    let fields = |change: &ProgramChange| {
        let field = |one: &opora_domain::program::FieldChange| {
            let label = &one.label;
            match (one.before.as_str(), one.after.as_str()) {
                ("", after) => format!("{label}: дополнить словами {}", quoted(after)),
                (before, "") => format!("{label}: исключить слова {}", quoted(before)),
                (before, after) => {
                    format!("{label}: слова {} заменить словами {}", quoted(before), quoted(after))
                }
            }
        };
        change.fields.iter().map(field).collect::<Vec<_>>().join("\n")
    };
    let row = |(number, change): (usize, &ProgramChange)| {
        vec![number.to_string(), what(change), fields(change), change.reason.clone()]
    };
    let rows = (1..).zip(&changes).map(row).collect();
    let columns = ["№", "Что изменено", "Содержание изменения", "Причина"].map(str::to_owned).to_vec();
    Ok(Order { appendix: Some(Appendix { title: "Изменения".to_owned(), columns, rows }), ..said })
}

/// The chosen issued documents (ids by commas); without a choice, the one issued last.
pub(super) fn cover_letter(app: &App, program: &Program, subject: Option<&Id>) -> Result<CoverLetter> {
    let issued: Vec<IssuedReport> = app.read()?.all()?;
    let chosen: Vec<&IssuedReport> = match subject {
        Some(ids) => {
            let of = |id: &str| {
                issued
                    .iter()
                    .find(|one| one.id == id)
                    .ok_or_else(|| ApiError::not_found("выпущенный документ"))
            };
            ids.split(',').map(|id| of(id.trim())).collect::<Result<_>>()?
        }
        None => issued.iter().max_by_key(|one| one.issued_at).into_iter().collect(),
    };
    let row = |one: &&IssuedReport| SentRow {
        title: one.full_title(),
        number: one.number.clone(),
        date: one.issued_on(),
        pages: one.pages,
        file_name: one.file.name.clone(),
        sha256: one.file.sha256.clone(),
    };
    let school = app.school()?;
    Ok(CoverLetter {
        schema: cover_letter::SCHEMA.to_owned(),
        head: head(app, program)?,
        site: school.site,
        addressee: school.addressee,
        rows: chosen.iter().map(row).collect(),
    })
}

/// The act on the chosen certificate; without a choice, on the one in use.
pub(super) fn fingerprint_act(
    app: &mut App,
    program: &Program,
    subject: Option<&Id>,
) -> Result<FingerprintAct> {
    let cards = identity::list(app, ())?.into_iter();
    let mut usable = cards.filter(|card| subject.is_some() || card.retired_on.is_none());
    let chosen = usable.find(|card| subject.is_none_or(|id| *id == card.id));
    let certificate = chosen.map(|card| card.certificate).ok_or_else(|| {
        ApiError::refused(
            "Сертификата подписи ещё нет.",
            "Ничего не записано. Создайте сертификат в разделе «Школа и настройки» и повторите.",
        )
    })?;
    Ok(FingerprintAct {
        schema: fingerprint_act::SCHEMA.to_owned(),
        head: head(app, program)?,
        authority: app.school()?.authority,
        owner: certificate.owner,
        serial: certificate.serial,
        valid_from: certificate.valid_from,
        valid_to: certificate.valid_to,
        sha256: certificate.sha256,
    })
}
