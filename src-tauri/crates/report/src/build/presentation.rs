//! «Презентация на 1 странице»: one turned sheet, whatever the school has entered.

use opora_domain::report::presentation::{Presentation, ResultPoint, TaskBar};
use opora_domain::target::percent;

use super::final_report::term;
use super::format::{date, lower_first, sentence, shorten, upper_first};
use super::head::{self, Said};
use super::roadmap::PARTS;
use super::{Making, list, note, paragraph, subheading};
use crate::document::{
    Bar, BarChart, Block, Chart, Document, Figure, Orientation, Profile, StackedBar, StackedChart,
};
use crate::pdf::page_count;

const KIND: &str = "Итоги школьной программы повышения качества образования";
/// The sheet hangs on a wall or lies on a table: its look is its own, not that of office papers.
const LOOK: Profile = Profile { type_size: 12, left_margin: 20, spacing: 100 };

/// How much is said.
#[derive(Debug, Clone, Copy)]
struct Detail {
    /// Tasks drawn; none without charts.
    bars: usize,
    /// Points of a list.
    points: usize,
    /// Characters of a point.
    chars: usize,
}

/// From the fullest sheet to the barest; the last one always fits.
const DETAILS: [Detail; 9] = [
    Detail { bars: 7, points: 6, chars: 160 },
    Detail { bars: 7, points: 5, chars: 130 },
    Detail { bars: 6, points: 4, chars: 130 },
    Detail { bars: 6, points: 4, chars: 100 },
    Detail { bars: 5, points: 4, chars: 90 },
    Detail { bars: 5, points: 3, chars: 80 },
    Detail { bars: 4, points: 2, chars: 70 },
    Detail { bars: 0, points: 3, chars: 80 },
    Detail { bars: 0, points: 0, chars: 60 },
];

/// Says the sheet: as much as one page holds.
pub fn presentation(said: &Presentation, making: &Making) -> Document {
    let fits = |document: &Document| page_count(document).is_ok_and(|pages| pages == 1);
    let [fuller @ .., barest] = DETAILS;
    let found = fuller.into_iter().map(|detail| sheet(said, making, detail)).find(fits);
    found.unwrap_or_else(|| sheet(said, making, barest))
}

fn sheet(said: &Presentation, making: &Making, detail: Detail) -> Document {
    let head = &said.head;
    let about = format!("{} {}", shorten(&head.school_short, 90), term(head, said.day));
    let mut blocks = vec![
        Block::Turn(Orientation::Landscape),
        Block::Title { kind: KIND.to_owned(), about: about.clone() },
        note(line(said)),
        Block::Figures(said.figures.iter().map(figure).collect()),
    ];
    blocks.extend(charts(said, detail));
    blocks.extend(points(said, detail));
    blocks.extend(making.signatures(Vec::new()));
    let data = head::data("presentation", said);
    let said = Said { kind: KIND, about, needs_order: false, blocks, data };
    Document { profile: LOOK, ..head::document(head, said, making) }
}

/// The programme, the day, the word of a demonstration.
fn line(said: &Presentation) -> String {
    let head = &said.head;
    let title = shorten(&head.programme_title, 260);
    let state = if said.over {
        "срок программы завершён"
    } else {
        "программа выполняется"
    };
    let demo = if head.demo {
        " Демонстрационный пример: школа и сведения вымышлены."
    } else {
        ""
    };
    format!("{} Положение на {}, {state}.{demo}", sentence(&title), date(said.day))
}

fn figure(one: &opora_domain::report::presentation::Figure) -> Figure {
    Figure { value: one.value.clone(), words: one.words.clone() }
}

/// Two charts side by side; one alone takes the whole width.
fn charts(said: &Presentation, detail: Detail) -> Option<Block> {
    let drawn = detail.bars > 0;
    let results = (drawn && said.results.len() > 1).then(|| results(&said.results, detail.bars));
    let label = if results.is_some() { SHORT_LABEL } else { LONG_LABEL };
    let tasks = (drawn && !said.tasks.is_empty()).then(|| tasks(&said.tasks, detail.bars, label));
    let tasks = tasks.or_else(|| drawn.then(|| indicators(said.indicators)).flatten());
    match (tasks, results) {
        (Some(tasks), Some(results)) => Some(Block::Beside(vec![vec![tasks], vec![results]])),
        (one, other) => one.or(other),
    }
}

/// The longest value that stays in one line, characters.
const GLUED: usize = 25;
/// Characters of the title of a task beside its bar, in half of the sheet and in all of it.
const SHORT_LABEL: usize = 50;
const LONG_LABEL: usize = 100;

/// Tasks that find no room stand together in the last bar.
fn tasks(all: &[TaskBar], most: usize, label: usize) -> Block {
    let shown = if all.len() > most { most - 1 } else { all.len() };
    let (own, rest) = all.split_at(shown);
    let values = |counts: [i64; 3]| counts.map(|count| count.max(0) as u32).to_vec();
    let mut bars: Vec<StackedBar> = own
        .iter()
        .map(|bar| StackedBar { label: shorten(&bar.title, label), values: values(bar.counts) })
        .collect();
    if !rest.is_empty() {
        let sum = |at: usize| rest.iter().map(|bar| bar.counts[at]).sum();
        let label = format!("Остальные задачи ({})", rest.len());
        bars.push(StackedBar { label, values: values([sum(0), sum(1), sum(2)]) });
    }
    let said = bars.iter().map(|bar| {
        let counts = PARTS.iter().zip(&bar.values);
        let counts: Vec<String> = counts.map(|(part, n)| format!("{} — {n}", lower_first(part))).collect();
        format!("{}: {}", bar.label, counts.join(", "))
    });
    Block::Chart(Chart::Stacked(StackedChart {
        title: "Дорожная карта по задачам, число сроков".to_owned(),
        alt: format!("Исполнение по задачам. {}.", said.collect::<Vec<_>>().join("; ")),
        parts: PARTS.map(str::to_owned).to_vec(),
        bars,
    }))
}

/// Of a programme without a road map.
fn indicators(counts: [i64; 3]) -> Option<Block> {
    let parts = ["Достигнуты", "Не достигнуты", "Срок не наступил или нет данных"];
    let values = counts.map(|count| count.max(0) as u32).to_vec();
    let said: Vec<String> =
        parts.iter().zip(&values).map(|(part, n)| format!("{} — {n}", lower_first(part))).collect();
    (counts.iter().sum::<i64>() > 0).then(|| {
        Block::Chart(Chart::Stacked(StackedChart {
            title: "Показатели программы".to_owned(),
            alt: format!("Показатели программы: {}.", said.join(", ")),
            parts: parts.map(str::to_owned).to_vec(),
            bars: vec![StackedBar { label: "Все показатели".to_owned(), values }],
        }))
    })
}

/// The last years.
fn results(all: &[ResultPoint], most: usize) -> Block {
    let words = |point: &ResultPoint| percent(point.good, point.participants);
    let shown = &all[all.len().saturating_sub(most)..];
    let bar = |point: &ResultPoint| Bar {
        label: format!("{} год", point.year),
        value: point.good as f32 * 100.0 / point.participants.max(1) as f32,
        target: None,
        caption: words(point),
    };
    let said: Vec<String> =
        shown.iter().map(|point| format!("{} год — {}", point.year, words(point))).collect();
    Block::Chart(Chart::Bars(BarChart {
        title: "Качество знаний (доля «4» и «5») по годам".to_owned(),
        alt: format!("Качество знаний по годам: {}.", said.join("; ")),
        bars: shown.iter().map(bar).collect(),
    }))
}

/// Three lists side by side.
fn points(said: &Presentation, detail: Detail) -> Option<Block> {
    let short = |text: &String| upper_first(&shorten(text, detail.chars));
    let changed = said.changed.iter().map(|change| match change.value.as_str() {
        "" => short(&change.title),
        value => format!("{}: {}", short(&change.title), glued(value)),
    });
    let column = |title: &str, points: Vec<String>, empty: &str| {
        let points: Vec<String> = points.into_iter().take(detail.points).collect();
        let said = if points.is_empty() { paragraph(empty) } else { list(points, false) };
        vec![subheading(title), said]
    };
    (detail.points > 0).then(|| {
        Block::Beside(vec![
            column("Сделано", said.done.iter().map(short).collect(), "Исполненных мероприятий пока нет."),
            column("Что изменилось", changed.collect(), "Данных об изменениях пока нет."),
            column("Что дальше", said.next.iter().map(short).collect(), "Незавершённой работы нет."),
        ])
    })
}

/// Short values are not torn between lines.
fn glued(value: &str) -> String {
    if value.chars().count() > GLUED { value.to_owned() } else { value.replace(' ', "\u{a0}") }
}
