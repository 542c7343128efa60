//! Section 13: meetings of the working group.

use opora_domain::report::quarterly::{DecisionRow, MeetingRow};
use opora_domain::words::counted;

use super::format::{date, lower_first, sentence};
use super::{Block, heading, list, paragraph, subheading};

/// Section 13 of a quarter.
pub(super) fn section(meetings: &[MeetingRow]) -> Vec<Block> {
    said(meetings, "выполнено".to_owned())
}

/// Section 13 of a year: quarters without a meeting are named.
pub(super) fn of_year(meetings: &[MeetingRow], without: &[&str]) -> Vec<Block> {
    let kept = match without {
        [] => "выполнено".to_owned(),
        [one] => format!("не выполнено в {one} квартале"),
        several => format!("не выполнено в {} кварталах", several.join(", ")),
    };
    said(meetings, kept)
}

fn said(meetings: &[MeetingRow], kept: String) -> Vec<Block> {
    let mut blocks = vec![heading("13. Рабочая группа")];
    if meetings.is_empty() {
        blocks.push(paragraph(
            "В отчётном периоде заседаний рабочей группы не было. Требование «не реже одного раза в квартал» \
             не выполнено.",
        ));
        return blocks;
    }
    let count = counted(meetings.len() as i64, "заседание", "заседания", "заседаний");
    blocks.push(paragraph(format!("Проведено: {count}. Требование «не реже одного раза в квартал» {kept}.")));
    blocks.extend(meetings.iter().flat_map(meeting));
    blocks
}

fn meeting(meeting: &MeetingRow) -> Vec<Block> {
    let minutes = match meeting.number.as_str() {
        "" => String::new(),
        number => format!(", протокол № {number}"),
    };
    let mut blocks = vec![subheading(format!("Заседание {}{minutes}", date(meeting.date)))];
    if !meeting.agenda.is_empty() {
        blocks.push(paragraph(format!("Повестка: {}", sentence(&lower_first(&meeting.agenda)))));
    }
    if meeting.decisions.is_empty() {
        blocks.push(paragraph("Решения в протокол не внесены."));
    } else {
        blocks.push(paragraph("Решили:"));
        blocks.push(list(meeting.decisions.iter().map(decision), true));
    }
    blocks
}

fn decision(decision: &DecisionRow) -> String {
    let mut text = sentence(&decision.text);
    if !decision.responsible.is_empty() {
        text += &format!(" Ответственный — {}.", decision.responsible.trim_end_matches('.'));
    }
    match (decision.due, decision.done_on) {
        (_, Some(done)) => format!("{text} Исполнено {}.", date(done)),
        (Some(due), None) => format!("{text} Срок — {}.", date(due)),
        (None, None) => text,
    }
}
