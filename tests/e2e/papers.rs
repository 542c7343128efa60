//! What journeys do with documents: compose, issue, look at in the journal, verify.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::window::Window;

/// A quarter of the years that [`crate::founding::found`] adopts.
pub(crate) const QUARTER: &str = "IV квартал 2024 года";
/// The one before.
pub(crate) const BEFORE: &str = "III квартал 2024 года";

/// Files of a journey: the data and a stick.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(desk.stick()).unwrap();
        desk
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("school")
    }

    pub(crate) fn stick(&self) -> PathBuf {
        self.folder.path().join("stick")
    }
}

/// Opens the dialog of signing the report of a quarter.
pub(crate) async fn begin_to_sign(window: &Window, quarter: &str) {
    window.goto("Отчёты").await;
    window.choose("Квартал", quarter).await;
    window.see(&format!("{quarter}, ")).await;
    window.see("стр. 1 из").await;
    window.click_button("Подписать и выпустить…").await;
    window.see("Кто подписывает").await;
}

/// Issues the report of a quarter by the school's key, which must be there.
pub(crate) async fn issue(window: &Window, quarter: &str) {
    begin_to_sign(window, quarter).await;
    window.click_button("Подписать и выпустить").await;
    open_issued(window).await;
}

/// From the happy end of signing to the document's page in the journal.
pub(crate) async fn open_issued(window: &Window) {
    window.see("подписан, подпись проверена").await;
    window.click_button("Открыть в журнале").await;
    window.see("Файлы рядом с документом").await;
}

/// Writes the document whose page is open to the stick.
pub(crate) async fn write_to(window: &Window, stick: &Path) {
    window.will_pick_folder(stick);
    window.click_button("Записать на флешку…").await;
    window.click_button("Выбрать папку и записать").await;
    window.see("Файлы прочитаны с носителя заново и совпали").await;
    window.click_button("Закрыть").await;
}

/// Opens a file in the verifier.
pub(crate) async fn judge(window: &Window, file: &Path) {
    window.goto("Проверка").await;
    window.will_pick_file(file);
    window.click_button("Открыть документы…").await;
    window.see("Действительна").await;
}
