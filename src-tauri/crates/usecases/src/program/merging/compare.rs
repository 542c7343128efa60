use opora_domain::programme::Programme;
use opora_domain::programme::compare::{Difference, FieldDifference, RowChange, RowKind};
use opora_domain::words::Words;

use super::effect::Effect;
use super::sides::Sides;
use super::types::{CompareField, CompareItem, Comparison, NewerFileInput};
use super::{effect, rows};
use crate::{App, Result};

/// The school's programme beside a newer municipal file.
///
/// # Errors
/// `NotFound` when there is no such file; `Invalid` when it cannot be read; `Refused` when it is the adopted one.
pub fn compare(app: &mut App, input: NewerFileInput) -> Result<Comparison> {
    let sides = Sides::load(app, &input)?;
    let shown = sides.differences.iter().filter(|found| !rows::goes_with_indicator(&sides, found));
    let items: Vec<CompareItem> = shown.map(|found| item(app, &sides, found)).collect();
    Ok(Comparison {
        base_title: base_title(&sides),
        their_title: title(&sides.newer.programme),
        base_known: sides.adopted.is_some(),
        summary: summary(&items),
        warnings: warnings(&sides),
        items,
    })
}

/// What is done with a field unless the user says otherwise: the school's own words are kept.
pub(super) fn suggests(field: &FieldDifference) -> bool {
    !field.conflict
}

/// The adopted file in words.
pub(super) fn base_title(sides: &Sides) -> String {
    let program = &sides.book.program;
    let unknown = || format!("{}, версия {}", program.title, program.template_version);
    sides.adopted.as_ref().map_or_else(unknown, title)
}

/// «Боготольский район…, версия 1 — приказ … от 05.05.2022 № 58».
pub(super) fn title(file: &Programme) -> String {
    let act = if file.act.text.is_empty() { String::new() } else { format!(" — {}", file.act.text) };
    format!("{}, версия {}{act}", file.short_title, file.version)
}

fn item(app: &App, sides: &Sides, found: &Difference) -> CompareItem {
    let Effect { words, facts, free } = effect::of(app, sides, found);
    let renumbered = found.change == RowChange::Renumbered;
    CompareItem {
        key: rows::key(found),
        kind: found.kind,
        kind_label: found.kind.label().to_owned(),
        code: found.code.clone().or_else(|| found.was_code.clone()).unwrap_or_default(),
        was_code: found.was_code.clone().filter(|_| renumbered),
        title: found.title.clone(),
        change: found.change,
        change_label: found.change.label().to_owned(),
        fields: found.fields.iter().map(|field| one_field(found, field, free)).collect(),
        effect: words,
        take: free,
        can_take: free,
        facts,
    }
}

fn one_field(found: &Difference, field: &FieldDifference, free: bool) -> CompareField {
    CompareField {
        key: rows::field_key(found, field.name),
        label: field.label.to_owned(),
        base: field.base.clone(),
        theirs: field.theirs.clone(),
        ours: field.ours.clone(),
        conflict: field.conflict,
        take: free && suggests(field),
    }
}

fn summary(items: &[CompareItem]) -> String {
    if items.is_empty() {
        return "Различий нет.".to_owned();
    }
    let count = |change| items.iter().filter(|item| item.change == change).count();
    let said = [
        ("новых", count(RowChange::Added)),
        ("исчезло", count(RowChange::Vanished)),
        ("изменено", count(RowChange::Changed)),
        ("перенумеровано", count(RowChange::Renumbered)),
        ("решить вам", items.iter().filter(|item| item.fields.iter().any(|field| field.conflict)).count()),
    ];
    let said: Vec<String> =
        said.iter().filter(|(_, n)| *n > 0).map(|(words, n)| format!("{words} — {n}")).collect();
    format!("{}.", said.join(", "))
}

fn warnings(sides: &Sides) -> Vec<String> {
    let (program, newer) = (&sides.book.program, &sides.newer.programme);
    let mut warnings = Vec::new();
    if newer.id != program.template_id {
        warnings.push(format!(
            "Это файл другой программы («{}»): номера её мероприятий могут значить другое.",
            newer.short_title
        ));
    }
    if i64::from(newer.version) < program.template_version {
        warnings.push(format!(
            "Версия файла ({}) старше принятой ({}).",
            newer.version, program.template_version
        ));
    }
    if sides.adopted.is_none() {
        warnings.push(
            "Файл, по которому программа была принята, не сохранился: нельзя отличить правки школы от правок \
             муниципалитета, поэтому каждое различие решаете вы."
                .into(),
        );
    }
    let moved = sides.adopted.as_ref().is_some_and(|file| file.period != program.period());
    if moved && sides.differences.iter().any(|found| found.kind != RowKind::Text) {
        warnings.push("Программа школы перенесена на другие годы: новый файл показан в её годах.".into());
    }
    warnings
}
