//! Charts before they are drawn.

use super::{Column, Kind, Row, Table};

/// A chart; each has a title and the same in words for those who do not see it.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Facts against targets.
    Bars(BarChart),
    /// Values over time.
    Lines(LineChart),
    /// Parts of wholes.
    Stacked(StackedChart),
}

impl Chart {
    /// The title, to be changed.
    pub(crate) fn title_mut(&mut self) -> &mut String {
        match self {
            Self::Bars(chart) => &mut chart.title,
            Self::Lines(chart) => &mut chart.title,
            Self::Stacked(chart) => &mut chart.title,
        }
    }

    /// Nothing to draw.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Bars(chart) => chart.bars.is_empty(),
            Self::Lines(chart) => chart.points.is_empty() || chart.series.is_empty(),
            Self::Stacked(chart) => chart.bars.is_empty() || chart.parts.is_empty(),
        }
    }

    /// The same as a table: what a writer without drawings and a reader without eyes get.
    pub fn as_table(&self) -> Table {
        match self {
            Self::Bars(chart) => chart.as_table(),
            Self::Lines(chart) => chart.as_table(),
            Self::Stacked(chart) => chart.as_table(),
        }
    }

    /// Title.
    pub fn title(&self) -> &str {
        match self {
            Self::Bars(chart) => &chart.title,
            Self::Lines(chart) => &chart.title,
            Self::Stacked(chart) => &chart.title,
        }
    }
}

fn chart_table(alt: &str, columns: Vec<(String, f32)>, rows: Vec<Vec<String>>) -> Table {
    let column = |(i, (title, weight))| {
        let kind = if i == 0 { Kind::Text } else { Kind::Number };
        Column { title, weight, kind }
    };
    Table {
        summary: alt.to_owned(),
        columns: columns.into_iter().enumerate().map(column).collect(),
        rows: rows.into_iter().map(Row::Cells).collect(),
        empty: String::new(),
    }
}

/// Values over time: years, quarters, stages.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    /// Title.
    pub title: String,
    /// The same in words.
    pub alt: String,
    /// Unit of the values, «%».
    pub unit: String,
    /// Labels along the axis, from the left.
    pub points: Vec<String>,
    /// Lines.
    pub series: Vec<Series>,
}

/// One line; tellable from the others in grey.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// «Факт», «План».
    pub label: String,
    /// A value for each point, none where there is no fact.
    pub values: Vec<Option<f32>>,
    /// The value in words for each point: «25,0».
    pub words: Vec<String>,
    /// A plan, drawn dashed.
    pub planned: bool,
}

impl LineChart {
    fn as_table(&self) -> Table {
        let first =
            (if self.unit.is_empty() { String::new() } else { format!("Значения, {}", self.unit) }, 2.0);
        let columns = std::iter::once(first).chain(self.points.iter().map(|point| (point.clone(), 1.0)));
        let row = |series: &Series| [std::slice::from_ref(&series.label), &series.words].concat();
        chart_table(&self.alt, columns.collect(), self.series.iter().map(row).collect())
    }
}

/// Parts of wholes, bar under bar.
#[derive(Debug, Clone, PartialEq)]
pub struct StackedChart {
    /// Title.
    pub title: String,
    /// The same in words.
    pub alt: String,
    /// What the parts are, in order: «Исполнено», «В работе», «Просрочено».
    pub parts: Vec<String>,
    /// Bars from the top.
    pub bars: Vec<StackedBar>,
}

/// One whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StackedBar {
    /// Label on the left.
    pub label: String,
    /// A count for each part.
    pub values: Vec<u32>,
}

impl StackedChart {
    fn as_table(&self) -> Table {
        let columns =
            std::iter::once((String::new(), 2.0)).chain(self.parts.iter().map(|part| (part.clone(), 1.0)));
        let row = |bar: &StackedBar| {
            std::iter::once(bar.label.clone()).chain(bar.values.iter().map(u32::to_string)).collect()
        };
        chart_table(&self.alt, columns.collect(), self.bars.iter().map(row).collect())
    }
}

/// Bars of percentages with a mark at the target.
#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    /// Title.
    pub title: String,
    /// The same in words, for those who do not see it.
    pub alt: String,
    /// Bars from the top.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Label on the left.
    pub label: String,
    /// Fact, percent (0–100 fills the track).
    pub value: f32,
    /// Target, percent; none where nothing was planned.
    pub target: Option<f32>,
    /// Words at the right: «25,0 % / 70 %».
    pub caption: String,
}

impl BarChart {
    /// Some bar has a target.
    pub(crate) fn has_plan(&self) -> bool {
        self.bars.iter().any(|bar| bar.target.is_some())
    }

    fn as_table(&self) -> Table {
        let said = if self.has_plan() { "Факт и план" } else { "Значение" };
        let columns = vec![("Показатель".to_owned(), 3.0), (said.to_owned(), 1.0)];
        let row = |bar: &Bar| vec![bar.label.clone(), bar.caption.clone()];
        chart_table(&self.alt, columns, self.bars.iter().map(row).collect())
    }
}
