//! Charts that the office program draws itself, over numbers on a hidden sheet.

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use super::{cell_text, short_alt};
use crate::document::Chart;

/// Name of the sheet of numbers.
pub(super) const SHEET: &str = "Данные диаграмм";
/// Fills from the first series on, tellable from one another in grey.
const INKS: [u32; 6] = [0x4D739E, 0xC3C9D1, 0x2B2B2B, 0x8A9BB0, 0xE3E6EA, 0x6B6B6B];
/// Size of a drawing, pixels.
const WIDTH: u32 = 680;

/// What is drawn: names along the axis, and series with a value for each name.
struct Figures<'a> {
    names: Vec<&'a str>,
    series: Vec<(&'a str, Vec<Option<f32>>)>,
}

impl<'a> Figures<'a> {
    fn of(chart: &'a Chart) -> Self {
        match chart {
            Chart::Bars(bars) => Self {
                names: bars.bars.iter().map(|bar| bar.label.as_str()).collect(),
                series: [
                    Some(("факт", bars.bars.iter().map(|bar| Some(bar.value)).collect())),
                    bars.has_plan().then(|| ("план", bars.bars.iter().map(|bar| bar.target).collect())),
                ]
                .into_iter()
                .flatten()
                .collect(),
            },
            Chart::Lines(lines) => Self {
                names: lines.points.iter().map(String::as_str).collect(),
                series: lines.series.iter().map(|one| (one.label.as_str(), one.values.clone())).collect(),
            },
            Chart::Stacked(stacked) => {
                let part = |(i, name): (usize, &'a String)| {
                    let values = stacked.bars.iter().map(|bar| bar.values.get(i).map(|count| *count as f32));
                    (name.as_str(), values.collect())
                };
                Self {
                    names: stacked.bars.iter().map(|bar| bar.label.as_str()).collect(),
                    series: stacked.parts.iter().enumerate().map(part).collect(),
                }
            }
        }
    }
}

/// Writes the numbers of a chart from a row on and gives the drawing over them with the row after.
pub(super) fn draw(data: &mut Worksheet, from: u32, chart: &Chart) -> Result<(Drawing, u32), XlsxError> {
    let figures = Figures::of(chart);
    let last = from + figures.names.len() as u32;
    for (row, name) in (from + 1..).zip(&figures.names) {
        data.write_string(row, 0, cell_text(name))?;
    }
    let mut drawing = Drawing::new(kind(chart));
    // By reference: a title that begins as a formula is words all the same.
    data.write_string(from, 0, cell_text(chart.title()))?;
    drawing.title().set_name((SHEET, from, 0)).set_font(ChartFont::new().set_size(12));
    for (i, (name, values)) in figures.series.iter().enumerate() {
        let column = i as u16 + 1;
        data.write_string(from, column, cell_text(name))?;
        for (row, value) in (from + 1..).zip(values) {
            if let Some(value) = value.filter(|value| value.is_finite()) {
                // Two decimals are what stands in the words; a single cannot hold them exactly.
                data.write_number(row, column, (f64::from(value) * 100.0).round() / 100.0)?;
            }
        }
        let mut ink = ChartFormat::new();
        let colour = Color::RGB(INKS[i % INKS.len()]);
        match chart {
            Chart::Lines(lines) => {
                let planned = lines.series.get(i).is_some_and(|series| series.planned);
                let dash = if planned { ChartLineDashType::Dash } else { ChartLineDashType::Solid };
                let colour = Color::RGB(INKS[if planned { 2 } else { i % INKS.len() }]);
                ink.set_line(ChartLine::new().set_color(colour).set_width(2.0).set_dash_type(dash));
            }
            Chart::Bars(_) | Chart::Stacked(_) => {
                ink.set_solid_fill(ChartSolidFill::new().set_color(colour));
            }
        }
        let series = drawing.add_series();
        series.set_name((SHEET, from, column)).set_format(&mut ink);
        series.set_categories((SHEET, from + 1, 0, last, 0));
        series.set_values((SHEET, from + 1, column, last, column));
    }
    finish(&mut drawing, chart, figures.names.len() as u32);
    Ok((drawing, last + 2))
}

fn kind(chart: &Chart) -> ChartType {
    match chart {
        Chart::Bars(_) => ChartType::Bar,
        Chart::Lines(_) => ChartType::Line,
        Chart::Stacked(_) => ChartType::BarStacked,
    }
}

fn finish(drawing: &mut Drawing, chart: &Chart, names: u32) {
    let (alt, unit) = match chart {
        Chart::Bars(bars) => (&bars.alt, "%"),
        Chart::Lines(lines) => (&lines.alt, lines.unit.as_str()),
        Chart::Stacked(stacked) => (&stacked.alt, ""),
    };
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    // In a lying chart the axes change places.
    let lying = !matches!(chart, Chart::Lines(_));
    if lying {
        drawing.y_axis().set_reverse(); // the first at the top, as in the document
        drawing.x_axis().set_label_position(ChartAxisLabelPosition::High);
    }
    let unit = unit.trim_start_matches('=');
    if !unit.is_empty() {
        let axis = if lying { drawing.x_axis() } else { drawing.y_axis() };
        axis.set_name(unit).set_name_font(ChartFont::new().unset_bold().set_rotation(0));
    }
    let height = if lying { (names * 40 + 140).min(1_200) } else { 320 };
    drawing.set_width(WIDTH).set_height(height).set_alt_text(short_alt(alt)).show_hidden_data();
}
