//! Slips of the finger: a letter lost, added, changed or swapped with its neighbour.

/// Whether `typed` is `word` with a slip or, in a long word, two.
pub(super) fn is_slip(typed: &str, word: &str) -> bool {
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
