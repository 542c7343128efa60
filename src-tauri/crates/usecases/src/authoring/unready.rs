use super::{
    AddRowInput, ColumnsInput, DraftView, FinishInput, FinishView, IndicatorInput, OpenInput, PasteInput,
    RowInput, SectionInput,
};
use crate::person::IdInput;
use crate::programme::{AdoptInput, ImportInput, ImportView};
use crate::roadmap::PickedFile;
use crate::{ApiError, App, Result};
use opora_domain::authoring::DraftMeta;

fn unready<T>() -> Result<T> {
    Err(ApiError::refused("Составление своей программы ещё не готово.", "Ничего не изменено."))
}

macro_rules! unready {
    ($($(#[$doc:meta])* $name:ident($req:ty) -> $res:ty;)*) => {
        $($(#[$doc])* pub fn $name(_: &mut App, _: $req) -> Result<$res> { unready() })*
    };
}

unready! {
    /// Lets the user choose a table file; nothing when she changes her mind.
    pick_file(()) -> Option<PickedFile>;
    /// Reads a chosen file into a draft.
    open(OpenInput) -> DraftView;
    /// Reads the clipboard into a draft, or adds it to the one in the making.
    paste(PasteInput) -> DraftView;
    /// Begins an empty draft.
    blank(()) -> DraftView;
    /// The draft in the making; nothing when there is none.
    get(()) -> Option<DraftView>;
    /// Reads one table anew with other columns.
    map_columns(ColumnsInput) -> DraftView;
    /// Title, territory, act, goal, period.
    save_meta(DraftMeta) -> DraftView;
    /// Adds or renames a heading.
    save_section(SectionInput) -> DraftView;
    /// Corrects an event and confirms it.
    save_row(RowInput) -> DraftView;
    /// Corrects an indicator and confirms it.
    save_indicator(IndicatorInput) -> DraftView;
    /// Confirms a row or an indicator as it stands.
    confirm_row(IdInput) -> DraftView;
    /// Confirms all that was read without a doubt.
    confirm_clear_rows(()) -> DraftView;
    /// Leaves a row or an indicator out.
    drop_row(IdInput) -> DraftView;
    /// Takes a row that was left out back.
    restore_row(IdInput) -> DraftView;
    /// Adds an event or an indicator.
    add_row(AddRowInput) -> DraftView;
    /// Makes the programme file; the draft is gone.
    finish(FinishInput) -> FinishView;
    /// Lets the user choose a programme file; nothing when she changes her mind.
    pick_programme(()) -> Option<PickedFile>;
    /// Adds a programme file of another school or municipality.
    import_programme(ImportInput) -> ImportView;
    /// Copies a programme file to a chosen folder; gives its name.
    export_programme(AdoptInput) -> Option<String>;
    /// Throws the draft away.
    discard(()) -> ();
}
