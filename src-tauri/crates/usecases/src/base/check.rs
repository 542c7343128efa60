use opora_domain::words::counted;
use opora_store::CheckReport;

use super::{CheckView, files};
use crate::{App, Result};

/// Checks the whole file: pages, references, records, attached files. Changes nothing.
pub fn check(app: &mut App, _: ()) -> Result<CheckView> {
    let report = files::need_store(app)?.check()?;
    Ok(CheckView { ok: report.is_clean(), lines: lines(&report) })
}

fn lines(report: &CheckReport) -> Vec<String> {
    let rows = records(&report.counts);
    let bodies = report.counts.get("blob").copied().unwrap_or_default();
    let files = report.missing_blobs.len() + report.damaged_blobs.len();
    let mut lines = vec![
        line("Файл базы", &whole(1, "файл", "файла", "файлов"), report.integrity.len()),
        line("Связи между записями", "проверены все", report.foreign_keys.len()),
        line("Записи", &whole(rows, "запись", "записи", "записей"), report.unreadable.len()),
        line("Приложенные файлы", &whole(bodies, "файл", "файла", "файлов"), files),
    ];
    if !report.is_clean() {
        lines.push("Восстановите данные из последней проверенной копии: «Восстановить из копии».".into());
    }
    lines
}

fn line(what: &str, checked: &str, faults: usize) -> String {
    match faults {
        0 => format!("{what}: {checked}, ошибок нет."),
        n => format!("{what}: {checked}, найдено {}.", whole(n as u64, "ошибка", "ошибки", "ошибок")),
    }
}

fn whole(n: u64, one: &str, few: &str, many: &str) -> String {
    counted(i64::try_from(n).unwrap_or(i64::MAX), one, few, many)
}

/// Records of the school, without the journal and the bodies of files.
pub(super) fn records(counts: &std::collections::BTreeMap<String, u64>) -> u64 {
    counts.iter().filter(|(table, _)| !matches!(table.as_str(), "journal" | "blob")).map(|(_, n)| n).sum()
}
