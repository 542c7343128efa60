//! «Оформление документов».

use opora_domain::paper::{LEFT_MARGINS, PaperSettings, SPACINGS, TYPE_SIZES};

use super::{PaperChoice, PaperInput, PaperView};
use crate::{App, Problems, Result, ops};

const ABOUT: &str = "Любое сочетание отвечает ГОСТ Р 7.0.97: от выбора зависит, как выглядит лист и сколько в \
    документе страниц, а не что в нём написано. Оформление применяется к PDF и Word, которые составляются с этого \
    времени; выпущенные документы не изменятся.";

/// How the school's papers look and what may be chosen.
pub fn paper(app: &mut App, _: ()) -> Result<PaperView> {
    let now = settings(app)?;
    let choice = |value: u16, label: String| PaperChoice { value, label };
    let margin = |&mm: &u8| match mm {
        30 => choice(30, "30 мм — для документов, которые хранят дольше 10 лет".to_owned()),
        mm => choice(mm.into(), format!("{mm} мм")),
    };
    let spacing = |&spacing: &u16| match spacing {
        100 => choice(100, "Одинарный".to_owned()),
        115 => choice(115, "1,15".to_owned()),
        _ => choice(spacing, "Полуторный".to_owned()),
    };
    Ok(PaperView {
        paper: PaperInput {
            type_size: now.type_size,
            left_margin: now.left_margin,
            spacing: now.spacing,
            code: now.code,
        },
        type_sizes: TYPE_SIZES.iter().map(|&size| choice(size.into(), format!("{size} пт"))).collect(),
        left_margins: LEFT_MARGINS.iter().map(margin).collect(),
        spacings: SPACINGS.iter().map(spacing).collect(),
        about: ABOUT.to_owned(),
        code_hint: "В нём вид документа, школа, номер, дата и контрольная сумма данных: по коду бумагу сверяют с файлом. \
                    Имён и самих данных в коде нет."
            .to_owned(),
    })
}

/// Changes how the papers made from now on look; those issued stay as they are.
///
/// # Errors
/// `Invalid` for a value that is not among the choices.
pub fn save_paper(app: &mut App, input: PaperInput) -> Result<PaperView> {
    Problems::default()
        .check(!TYPE_SIZES.contains(&input.type_size), "type_size", "Размер шрифта — 12, 13 или 14 пт.")
        .check(!LEFT_MARGINS.contains(&input.left_margin), "left_margin", "Левое поле — 20 или 30 мм.")
        .check(!SPACINGS.contains(&input.spacing), "spacing", "Интервал — одинарный, 1,15 или полуторный.")
        .finish()?;
    let PaperInput { type_size, left_margin, spacing, code } = input;
    let saved = PaperSettings { id: settings(app)?.id, type_size, left_margin, spacing, code };
    app.transact(ops::SAVE_PAPER, |tx| Ok(tx.put(&saved)?))?;
    paper(app, ())
}

/// What was chosen, the usual before that.
pub(crate) fn settings(app: &App) -> Result<PaperSettings> {
    let chosen = app.read()?.all::<PaperSettings>()?.into_iter().next();
    Ok(chosen.unwrap_or_else(|| PaperSettings::usual(app.new_id())))
}
