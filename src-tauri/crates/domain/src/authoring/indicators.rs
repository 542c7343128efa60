//! Rows of the table of indicators and their targets by years or stages.

use super::codes;
use super::rows::{self, Row};
use super::text::{begins_small, brief, has_any, has_word, is_blank, join, line, norm, years};
use super::{ColumnField, Decision, IndicatorBody, RowBody, RowKind, Sheet, Skipped, TargetText};
use crate::programme::{CodedText, Projection};
use crate::target::{Unit, parse_by_year};

/// The indicators of a source, put together sheet by sheet.
#[derive(Debug, Default)]
pub(super) struct Indicators {
    pub(super) sections: Vec<CodedText>,
    pub(super) rows: Vec<RowBody>,
    pub(super) skipped: Vec<Skipped>,
    section: String,
    unit: Option<Unit>,
}

impl Indicators {
    pub(super) fn sheet(&mut self, number: usize, sheet: &Sheet) {
        for row in rows::of(sheet) {
            self.row(number, sheet, &row);
        }
    }

    fn row(&mut self, number: usize, sheet: &Sheet, row: &Row) {
        if let Some(only) = &row.only {
            if let Some(why) = rows::is_foreign(only) {
                self.skipped.push(Skipped {
                    place: row.place.clone(),
                    text: brief(only),
                    why: why.to_owned(),
                });
            } else if norm(only).starts_with("единиц") {
                self.unit = unit_of(only);
            } else if begins_small(only) && !self.rows.is_empty() {
                self.append(only);
            } else {
                self.open_section(only);
            }
            return;
        }
        let targets = targets(sheet, row);
        let (code, title) = (row.text(ColumnField::Code), line(row.text(ColumnField::Title)));
        if code.is_empty() && begins_small(&title) && targets.is_empty() && !self.rows.is_empty() {
            return self.append(&title);
        }
        let bare = targets.is_empty() && row.only_has(&[ColumnField::Code, ColumnField::Title]);
        let number_of = codes::of_cell(code);
        if bare && (codes::is_heading(&title) || (number_of.is_none() && !code.is_empty())) {
            return self.open_section(&format!("{code} {title}"));
        }
        if title.is_empty() {
            return self.continue_targets(targets);
        }
        let body = self.indicator(number, row, &title, number_of, targets);
        self.rows.push(body);
    }

    fn indicator(
        &self,
        sheet: usize,
        row: &Row,
        title: &str,
        code: Option<String>,
        targets: Vec<TargetText>,
    ) -> RowBody {
        let numbered = codes::before_title(title);
        let code =
            code.or_else(|| numbered.as_ref().map(|numbered| numbered.code.clone())).unwrap_or_default();
        let title = match numbered {
            Some(numbered) if numbered.code == code => numbered.rest.to_owned(),
            _ => title.to_owned(),
        };
        let mut doubts = Vec::new();
        let mut targets = targets;
        let unit = unit_of(row.text(ColumnField::Unit)).or(self.unit).or_else(|| unit_in(&title));
        let unit = unit.unwrap_or_else(|| unit_by_words(&title, &targets));
        let projection = projection_of(&title, unit).unwrap_or_else(|| {
            doubts.push("Уточните, как показатель выглядит для одной школы.".to_owned());
            Projection::Flag
        });
        if unit == Unit::Percent && as_percents(&mut targets) {
            doubts.push("В ячейках стоят доли единицы: 0,95 прочитано как 95 %.".to_owned());
        }
        if targets.is_empty() {
            doubts.push("Целевые значения не найдены: показатель будет под наблюдением.".to_owned());
        }
        RowBody {
            place: row.place.clone(),
            sheet: Some(sheet),
            code,
            section: self.section.clone(),
            title,
            kind: RowKind::Indicator(IndicatorBody { unit, projection, targets }),
            doubts,
            decision: Decision::Pending,
            edited: false,
        }
    }

    fn append(&mut self, text: &str) {
        if let Some(body) = self.rows.last_mut() {
            join(&mut body.title, &line(text));
        }
    }

    /// A row with targets only goes on from the row before it.
    fn continue_targets(&mut self, more: Vec<TargetText>) {
        let Some(RowBody { kind: RowKind::Indicator(indicator), .. }) = self.rows.last_mut() else { return };
        for target in more {
            match indicator.targets.iter_mut().find(|known| known.stage == target.stage) {
                Some(known) => join(&mut known.raw, &target.raw),
                None => indicator.targets.push(target),
            }
        }
    }

    fn open_section(&mut self, text: &str) {
        let (code, title) = codes::heading(&line(text));
        let taken = |code: &str| self.sections.iter().any(|section| section.code == code);
        let ordinal = || (self.sections.len() + 1..).map(|n| n.to_string()).find(|code| !taken(code));
        let code = code.filter(|code| !taken(code)).or_else(ordinal).unwrap_or_default();
        self.section = code.clone();
        self.unit = None;
        self.sections.push(CodedText { code, title: title.trim_end_matches([':', '.']).to_owned() });
    }
}

fn targets(sheet: &Sheet, row: &Row) -> Vec<TargetText> {
    let cells = &sheet.table.rows[row.at];
    let of_stages =
        sheet.columns.iter().enumerate().filter(|(_, column)| column.field == ColumnField::Target);
    let mut targets = Vec::new();
    for (number, column) in of_stages {
        let raw = line(&cells[number].text);
        if is_blank(&raw) || norm(&raw) == "x" || norm(&raw) == "х" {
            continue;
        }
        let by_year = parted_by_years(&raw);
        if by_year.len() > 1 {
            targets.extend(by_year);
        } else {
            targets.push(TargetText { stage: stage_title(&column.head), raw });
        }
    }
    targets
}

/// Excel keeps 95 % as 0.95, and old files do not say how it was shown.
fn as_percents(targets: &mut [TargetText]) -> bool {
    let shares: Option<Vec<f64>> =
        targets.iter().map(|target| target.raw.replace(',', ".").parse().ok()).collect();
    let shares = shares.unwrap_or_default();
    let fits = shares.iter().all(|share| (0.0..=1.0).contains(share));
    if !fits || !shares.iter().any(|share| share.fract() > 0.0) {
        return false;
    }
    for (target, share) in targets.iter_mut().zip(shares) {
        target.raw = format!("{}%", (share * 1000.0).round() / 10.0).replace('.', ",");
    }
    true
}

/// «2022 – 25% 2023 – 27%» in one cell is a target for each year.
fn parted_by_years(raw: &str) -> Vec<TargetText> {
    let parted = parse_by_year(raw, Unit::Text).into_iter();
    parted.map(|(year, target)| TargetText { stage: format!("{year} год"), raw: target.raw }).collect()
}

/// The name of a stage by the head of its column: «2024», «2025 г.» and «2024-2025 уч. г.» alike.
fn stage_title(head: &str) -> String {
    let plain = norm(head);
    match years(&plain)[..] {
        [from, to] if to == from + 1 && has_any(&plain, &["уч", "/"]) => format!("{from}/{to} учебный год"),
        [year] if !has_any(&plain, &["базов", "исходн", "факт"]) => format!("{year} год"),
        _ if ["целев", "планов", "значени", "результат"].iter().any(|stem| plain.starts_with(stem))
            && !has_any(&plain, &["базов", "исходн", "старт", "итог", "промежут", "входн", "конечн"]) =>
        {
            String::new()
        }
        _ => named_stage(&plain).unwrap_or_else(|| head.to_owned()),
    }
}

fn named_stage(head: &str) -> Option<String> {
    const NAMES: [(&str, &str); 8] = [
        ("факт", "Базовое значение"),
        ("исходн", "Исходные данные"),
        ("базов", "Базовое значение"),
        ("входн", "Входной"),
        ("стартов", "Стартовый"),
        ("промежуточн", "Промежуточный"),
        ("итогов", "Итоговый"),
        ("конечн", "Итоговый"),
    ];
    let (_, name) = NAMES.iter().find(|(stem, _)| head.contains(stem))?;
    let year = years(head).first().map(|year| format!(", {year} год")).unwrap_or_default();
    Some(format!("{name}{year}"))
}

/// The unit by the words of its column.
fn unit_of(text: &str) -> Option<Unit> {
    let plain = norm(text);
    let plain = plain.strip_prefix("единица измерения").unwrap_or(&plain);
    if plain.contains('%') || plain.contains("процент") || plain.contains("дол") {
        Some(Unit::Percent)
    } else if has_any(plain, &["да/нет", "да / нет", "наличие", "да,нет"]) {
        Some(Unit::Bool)
    } else if plain.contains("чел") {
        Some(Unit::People)
    } else if has_word(plain, &["балл"]) {
        Some(Unit::Score)
    } else if has_word(plain, &["ед", "шт", "кол", "единиц", "число", "раз"]) {
        Some(Unit::Count)
    } else {
        None
    }
}

/// «Количество наставников, чел.», «Наличие плана (да/нет)»: the unit stands at the end of the title.
fn unit_in(title: &str) -> Option<Unit> {
    let (_, tail) = title.trim_end_matches([')', '.']).rsplit_once([',', '('])?;
    let short = tail.trim().chars().count() <= 8;
    short.then(|| unit_of(tail.trim())).flatten()
}

fn unit_by_words(title: &str, targets: &[TargetText]) -> Unit {
    let title = norm(title);
    let said = |stems: &[&str]| targets.iter().any(|target| has_any(&norm(&target.raw), stems));
    if said(&["%"]) || has_any(&title, &["доля", "доли", "процент", "охват", "удельный вес"])
    {
        Unit::Percent
    } else if targets.iter().any(|target| matches!(norm(&target.raw).as_str(), "да" | "нет" | "да/нет"))
        || title.starts_with("наличие")
    {
        Unit::Bool
    } else if title.contains("балл") {
        Unit::Score
    } else if has_any(
        &title,
        &["численность", "количество педагог", "количество учител", "количество обуч", "число педагог"],
    ) {
        Unit::People
    } else {
        Unit::Count
    }
}

/// How the indicator looks from one school, by whom it counts.
fn projection_of(title: &str, unit: Unit) -> Option<Projection> {
    let plain = norm(title);
    match unit {
        Unit::Bool => Some(Projection::Flag),
        Unit::Count | Unit::People | Unit::Score | Unit::Mark => Some(Projection::Count),
        Unit::Text => None,
        Unit::Percent => {
            let whom = words_of_share(&plain);
            whom.or_else(|| has_word(&plain, &["динамик"]).then_some(Projection::Dynamics))
        }
    }
}

/// Whose share it is: the one named first.
fn words_of_share(title: &str) -> Option<Projection> {
    const WHOM: [(Projection, &[&str]); 4] = [
        (Projection::Teachers, &["педагог", "учител", "руководител", "управленческ"]),
        (Projection::Pupils, &["обуча", "учащ", "ученик", "выпускник", "школьник", "детей", "участник"]),
        (Projection::Parents, &["родител", "законных представ"]),
        (
            Projection::Flag,
            &[
                "школ",
                "шнор",
                "шнро",
                "шнсу",
                "оо",
                "оу",
                "общеобразоват",
                "образовательных организаций",
                "образовательных учрежд",
            ],
        ),
    ];
    let found = WHOM.iter().filter_map(|(projection, stems)| {
        let at = super::text::words(title).position(|word| {
            stems
                .iter()
                .any(|stem| if stem.chars().count() <= 3 { word == *stem } else { word.starts_with(stem) })
        })?;
        Some((at, *projection))
    });
    found.min_by_key(|(at, _)| *at).map(|(_, projection)| projection)
}
