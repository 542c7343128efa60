//! Years inside the words of a plan: «Май-июнь 2022; 2023-2025», «01.09.20 30.12.22», «2020-22».

use chrono::NaiveDate;

/// Which numbers are years and by how many they move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Years {
    /// By how many.
    pub(super) by: i32,
    /// The earliest number that is taken for a year.
    pub(super) first: i32,
    /// The latest one.
    pub(super) last: i32,
}

impl Years {
    /// The words with every year moved; all else as it was.
    pub(super) fn moved(&self, text: &str) -> String {
        let parts = parts(text);
        (0..parts.len()).map(|place| self.part(&parts, place)).collect()
    }

    /// The years that the words name, in order.
    pub(super) fn named(&self, text: &str) -> Vec<i32> {
        let parts = parts(text);
        (0..parts.len()).filter_map(|place| self.year_at(&parts, place)).collect()
    }

    fn part(&self, parts: &[&str], place: usize) -> String {
        let text = parts[place];
        match self.year_at(parts, place) {
            Some(year) if text.len() == 2 => format!("{:02}", (year + self.by).rem_euclid(100)),
            Some(year) => (year + self.by).to_string(),
            None if self.is_lost_day(parts, place) => "28".to_owned(),
            None => text.to_owned(),
        }
    }

    /// A year of four digits, or of two at the end of a date or of a span.
    fn year_at(&self, parts: &[&str], place: usize) -> Option<i32> {
        let number: i32 = parts[place].parse().ok()?;
        let year = match parts[place].len() {
            4 => number,
            2 if ends_date(parts, place) || self.ends_span(parts, place) => 2000 + number,
            _ => return None,
        };
        (self.first..=self.last).contains(&year).then_some(year)
    }

    /// «2020-22», «2020/21», but not «2022 – 25 %» nor «2022 - 25.12».
    fn ends_span(&self, parts: &[&str], place: usize) -> bool {
        let Some([year, joint]) = place.checked_sub(2).map(|start| [parts[start], parts[start + 1]]) else {
            return false;
        };
        let after = parts.get(place + 1).copied().unwrap_or_default();
        let goes_on = after == "." && parts.len() > place + 2;
        year.len() == 4
            && year.parse().is_ok_and(|year| (self.first..=self.last).contains(&year))
            && matches!(joint.trim(), "-" | "–" | "—" | "/")
            && !after.trim_start().starts_with('%')
            && !goes_on
    }

    /// 29 February of a date whose new year has none.
    fn is_lost_day(&self, parts: &[&str], place: usize) -> bool {
        if parts[place] != "29" || parts.get(place + 2) != Some(&"02") || parts.len() <= place + 4 {
            return false;
        }
        let year = ends_date(parts, place + 4).then(|| self.year_at(parts, place + 4)).flatten();
        year.is_some_and(|year| NaiveDate::from_ymd_opt(year + self.by, 2, 29).is_none())
    }
}

/// The number is the year of «dd.mm.yy» or «dd.mm.yyyy».
fn ends_date(parts: &[&str], place: usize) -> bool {
    let Some(start) = place.checked_sub(4) else { return false };
    let within = |text: &str, most: u32| text.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    parts[start + 1] == "."
        && parts[start + 3] == "."
        && within(parts[start], 31)
        && within(parts[start + 2], 12)
}

/// Runs of digits and what stands between them.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, tail) = rest.split_at(end);
        parts.push(part);
        rest = tail;
    }
    parts
}
