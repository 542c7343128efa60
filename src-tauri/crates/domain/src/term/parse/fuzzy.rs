//! Slips of the finger: a letter lost, added, changed or swapped with its neighbour.

use super::lexicon::{T, table};

/// Whether `typed` is `word` with a slip or, in a long word, two.
fn is_slip(typed: &str, word: &str) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    if word.len() < 6 || typed.len() < 5 || typed.first() != word.first() {
        return false;
    }
    let allowed = if word.len() >= 9 { 2 } else { 1 };
    typed.len().abs_diff(word.len()) <= allowed && distance(&typed, &word) <= allowed
}

/// Damerau – Levenshtein distance of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// The meaning of a mistyped word; none when two meanings are as near.
pub(super) fn slip(low: &str) -> Option<(T, &'static str)> {
    const FORMS: [(&str, u8); 22] = [
        ("январь", 1),
        ("января", 1),
        ("январе", 1),
        ("февраль", 2),
        ("февраля", 2),
        ("феврале", 2),
        ("апрель", 4),
        ("апреля", 4),
        ("август", 8),
        ("августа", 8),
        ("августе", 8),
        ("сентябрь", 9),
        ("сентября", 9),
        ("сентябре", 9),
        ("октябрь", 10),
        ("октября", 10),
        ("октябре", 10),
        ("ноябрь", 11),
        ("ноября", 11),
        ("декабрь", 12),
        ("декабря", 12),
        ("декабре", 12),
    ];
    let months = FORMS.iter().map(|(word, month)| (*word, T::Month(*month)));
    let mut near = months.chain(table()).filter(|(word, _)| is_slip(low, word));
    let (word, meaning) = near.next()?;
    near.all(|(_, other)| other == meaning).then_some((meaning, word))
}
