//! The choice of breaks: of all ways to break a paragraph, the one whose lines together look best.

use super::Setting;
use super::pieces::{End, Piece};

/// At most so many lines in a row end with a hyphen, unless nothing else fits.
const HYPHENS_IN_A_ROW: usize = 2;
/// How far a space gives way and how far it opens without harm, in ems.
const SHRINK: f64 = 0.05;
const STRETCH: f64 = 0.16;
/// Bytes of a word that is worth breaking in ragged text: ten Russian letters.
const LONG_WORD: u16 = 20;
/// A last line shorter than this share of the width looks lost.
const SHORT_LAST: f64 = 0.1;

/// What a lost last line costs: a word, or the rest of one.
const LONELY: f64 = 2e5;
const LONELY_REST: f64 = 2e6;

/// Worse than any look: even a word cut between letters is better.
const NEVER: f64 = 1e13;

/// The best way to a place, when so many lines in a row before it end with a hyphen.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: f64,
    /// First piece of the line that ends here.
    from: usize,
    /// Hyphens in a row before that line.
    hyphens: usize,
}

const NO_WAY: Way = Way { cost: f64::INFINITY, from: 0, hyphens: 0 };

/// A line to be judged, thousandths of an em.
struct Candidate {
    width: f64,
    spaces: f64,
    room: f64,
    last: bool,
    /// The line begins with the rest of a word and holds nothing else.
    remainder: bool,
    first: bool,
}

/// Indices of the pieces that end lines.
pub(super) fn fit(pieces: &[Piece], hyphen: i32, setting: Setting) -> Vec<usize> {
    let room = f64::from(setting.width) * 1000.0 / f64::from(setting.size);
    let indent = f64::from(setting.indent) * 1000.0 / f64::from(setting.size);
    let mut ways: Vec<[Way; HYPHENS_IN_A_ROW + 1]> = vec![[NO_WAY; HYPHENS_IN_A_ROW + 1]; pieces.len() + 1];
    ways[0][0] = Way { cost: 0.0, from: 0, hyphens: 0 };
    for end in 0..pieces.len() {
        let piece = &pieces[end];
        let last = end + 1 == pieces.len() || piece.how == End::Line;
        let mut width = if matches!(piece.how, End::Hyphen(_)) { f64::from(hyphen) } else { 0.0 };
        let mut spaces = 0.0;
        for from in (0..=end).rev() {
            let (this, room) = (&pieces[from], if from == 0 { room - indent } else { room });
            let space = if from == end { 0 } else { this.space };
            width += f64::from(this.width + space);
            spaces += if space > 0 { 1.0 } else { 0.0 };
            if from < end && (this.how == End::Line || width - spaces * SHRINK * 1000.0 > room.max(1.0)) {
                break;
            }
            let remainder = from == end && from > 0 && matches!(pieces[from - 1].how, End::Hyphen(_));
            let line = Candidate { width, spaces, room, last, remainder, first: from == 0 };
            let cost = looks(&line, setting) + break_cost(piece.how, last, setting);
            extend(&mut ways, (from, end), cost, is_hyphen(piece.how));
        }
    }
    trace(&ways, pieces.len())
}

fn is_hyphen(how: End) -> bool {
    matches!(how, End::Hyphen(_) | End::Bare)
}

fn extend(ways: &mut [[Way; HYPHENS_IN_A_ROW + 1]], (from, end): (usize, usize), cost: f64, hyphen: bool) {
    for before in 0..=HYPHENS_IN_A_ROW {
        let known = ways[from][before].cost;
        if known.is_infinite() {
            continue;
        }
        let row = if hyphen { before + 1 } else { 0 };
        let excess = if row > HYPHENS_IN_A_ROW { 1e8 } else { row.saturating_sub(1) as f64 * 4000.0 };
        let cost = known + cost + excess;
        let way = &mut ways[end + 1][row.min(HYPHENS_IN_A_ROW)];
        if cost < way.cost {
            *way = Way { cost, from, hyphens: before };
        }
    }
}

/// How bad the spaces of a line are.
fn looks(line: &Candidate, setting: Setting) -> f64 {
    let slack = line.room - line.width;
    if !setting.justify {
        let share = if line.last { 0.0 } else { slack / line.room.max(1.0) };
        return if slack < -1.0 { NEVER } else { 200.0 + 2000.0 * share * share };
    }
    let lonely = line.last && !line.first && (line.remainder || line.width < SHORT_LAST * line.room);
    let lonely = match lonely {
        true if line.remainder => LONELY_REST,
        true => LONELY,
        false => 0.0,
    };
    if line.last && slack >= 0.0 {
        return 100.0 + lonely;
    }
    let each = slack / 1000.0 / line.spaces.max(1.0);
    let bad = match each {
        each if each < -SHRINK - 1e-6 => return NEVER,
        each if each < 0.0 => 100.0 * (each / SHRINK).abs().powi(3),
        each => (100.0 * (each / STRETCH).powi(3)).min(1e4),
    };
    (10.0 + bad) * (10.0 + bad) + lonely
}

/// What a break of this kind costs by itself.
fn break_cost(how: End, last: bool, setting: Setting) -> f64 {
    match how {
        _ if last => 0.0,
        End::Space | End::Line => 0.0,
        End::Bare => 600.0,
        End::Hyphen(_) if !setting.hyphenate => 1e7,
        End::Hyphen(_) if setting.justify => 2500.0,
        End::Hyphen(bytes) if bytes >= LONG_WORD => 400.0,
        End::Hyphen(_) => 3000.0,
        End::Glue => 1e10,
        End::Letters => 1e11,
    }
}

fn trace(ways: &[[Way; HYPHENS_IN_A_ROW + 1]], end: usize) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut at = end;
    let best = |row: &[Way; HYPHENS_IN_A_ROW + 1]| {
        (0..=HYPHENS_IN_A_ROW).min_by(|a, b| row[*a].cost.total_cmp(&row[*b].cost)).unwrap_or(0)
    };
    let mut row = best(&ways[at]);
    while at > 0 {
        breaks.push(at - 1);
        let way = ways[at][row];
        (at, row) = (way.from, way.hyphens);
    }
    breaks.reverse();
    breaks
}
