//! The rules of the tables of a page, drawn at once: each long line is one line, none is drawn twice.
//!
//! Every row brings its own rules. They are decoration and lie over the shades, so they may come last on the page.

use std::collections::BTreeMap;

/// Lines of one colour and width, in the order met.
#[derive(Default)]
struct Rules<'a> {
    /// From and to: x, y.
    lines: Vec<[&'a str; 4]>,
}

impl<'a> Rules<'a> {
    /// Adds a line; one that goes on where another of the same edge ends makes it longer.
    fn add(&mut self, line: [&'a str; 4]) {
        let [x, from, to_x, to] = line;
        if self.lines.contains(&line) {
            return;
        }
        let goes_on = |old: &&mut [&str; 4]| x == to_x && old[0] == x && old[2] == x && old[3] == from;
        match self.lines.iter_mut().rev().find(goes_on) {
            Some(old) => old[3] = to,
            None => self.lines.push(line),
        }
    }
}

/// The operators of a page, one a line, with the rules of its decoration at the end.
pub(super) fn gather(content: &str) -> Vec<&str> {
    let lines: Vec<&str> = content.lines().collect();
    let (mut out, mut all) = (Vec::with_capacity(lines.len()), BTreeMap::<[&str; 2], Rules<'_>>::new());
    let (mut decoration, mut depth, mut at) = (false, 0_usize, 0);
    while at < lines.len() {
        match lines[at] {
            "/Artifact BMC" => decoration = true,
            "EMC" => decoration = false,
            "q" => depth += 1,
            "Q" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let rule = lines.get(at..at + 5).filter(|_| decoration && depth == 0).and_then(rule);
        match rule {
            Some((look, line)) => {
                all.entry(look).or_default().add(line);
                at += 5;
            }
            None if lines[at] == "EMC" && out.last() == Some(&"/Artifact BMC") => {
                out.pop();
                at += 1;
            }
            None => {
                out.push(lines[at]);
                at += 1;
            }
        }
    }
    for (look, rules) in all {
        out.push("/Artifact BMC");
        out.extend(look);
        for [x, y, to_x, to_y] in rules.lines {
            out.extend([x, y, "m", to_x, to_y, "l"]);
        }
        out.extend(["S", "EMC"]);
    }
    out
}

/// «0.35 G», «0.5 w», «x y m», «x y l», «S»: a rule with its look.
fn rule<'a>(lines: &[&'a str]) -> Option<([&'a str; 2], [&'a str; 4])> {
    let [colour, width, from, to, "S"] = lines else { return None };
    if !(colour.ends_with(" G") && width.ends_with(" w")) {
        return None;
    }
    let (x, y) = from.strip_suffix(" m")?.split_once(' ')?;
    let (to_x, to_y) = to.strip_suffix(" l")?.split_once(' ')?;
    Some(([colour, width], [x, y, to_x, to_y]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_of_neighbouring_rows_are_one_line_and_nothing_is_drawn_twice() {
        let row = |top: u32, bottom: u32| {
            let rule = |from: &str, to: &str| format!("0.35 G\n0.5 w\n{from} m\n{to} l\nS\n");
            let (top, bottom) = (top.to_string(), bottom.to_string());
            let across = |y: &str| rule(&format!("5 {y}"), &format!("9 {y}"));
            let down = rule(&format!("5 {top}"), &format!("5 {bottom}"));
            format!("/Artifact BMC\n{}{}{down}EMC\n", across(&top), across(&bottom))
        };
        let content = format!("{}/TD BDC\nBT\nET\nEMC\n{}", row(90, 80), row(80, 70));
        let said = gather(&content).join(" ");
        assert_eq!(
            said,
            "/TD BDC BT ET EMC /Artifact BMC 0.35 G 0.5 w 5 90 m 9 90 l 5 80 m 9 80 l 5 90 m 5 70 l 5 70 m 9 70 l S EMC"
        );
    }
}
