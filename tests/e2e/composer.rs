//! The report is composed without the mouse, and what is typed survives a sudden end.

use std::process::Command;

use thirtyfour::Key;

use crate::founding::found;
use crate::papers::Desk;
use crate::strangers::only_file;
use crate::window::Window;

const OWN: &str = "Школа план выполнила. ";

#[tokio::test]
async fn a_report_is_composed_by_the_keyboard_alone() {
    let desk = Desk::new();
    let mut window = Window::open(&desk.data()).await;
    found(&window, None).await;
    open_reports(&window).await;
    window.see("Полных разделов:").await;
    to_conclusions(&window).await;
    window.press_keys(OWN).await;
    window.see("изменено вами").await;
    window.see("Данные изменились, страницы ниже составлены до этого").await;
    window.screenshot("composer-own-text").await;
    window.kill_and_reopen().await;

    open_reports(&window).await;
    window.see("изменено вами").await;
    assert!(to_conclusions(&window).await.starts_with(OWN));
    turn_page(&window).await;
    copy_says_so(&window, &desk).await;
    window.close().await;
}

async fn open_reports(window: &Window) {
    window.see("Сегодня,").await;
    window.tab_to("Отчёты").await;
    window.press_keys(Key::Enter + "").await;
    window.see("стр. 1 из").await;
}

/// Gives what is written there.
async fn to_conclusions(window: &Window) -> String {
    window.tab_to("15. Выводы").await;
    window.press_keys(Key::Tab + "").await;
    let text = window.script("return document.activeElement.value").await;
    text.as_str().expect("the text of section 15 has the keyboard").to_owned()
}

async fn turn_page(window: &Window) {
    window.tab_to("Следующая страница").await;
    window.press_keys(Key::Enter + "").await;
    window.see("стр. 2 из").await;
    window.screenshot("composer-page-2").await;
}

async fn copy_says_so(window: &Window, desk: &Desk) {
    window.will_pick_folder(&desk.stick());
    window.tab_to("PDF…").await;
    window.press_keys(Key::Enter + "").await;
    window.see("Файл записан и проверен").await;
    let said = Command::new("pdftotext").arg(only_file(&desk.stick(), "pdf")).arg("-").output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout);
    assert!(said.contains(OWN.trim_end()), "{said}");
}
