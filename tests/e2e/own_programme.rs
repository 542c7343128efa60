//! A district's table becomes the school's programme, is corrected, approved and printed.

use std::fs;
use std::path::Path;

use crate::founding::found_without_programme;
use crate::window::Window;

const TITLE: &str = "Повышение качества образования в школах Сосновского муниципального района";
const EVENT: &str = "Взаимопосещение уроков";

#[tokio::test]
async fn a_table_of_another_district_becomes_a_working_programme() {
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("флешка");
    fs::create_dir(&stick).unwrap();
    let window = Window::open(&folder.path().join("school")).await;
    found_without_programme(&window).await;
    read_the_table(&window).await;
    adopt(&window).await;
    look_at_the_calendar(&window).await;
    correct_and_approve(&window).await;
    print(&window, &stick).await;
    window.close().await;
}

async fn read_the_table(window: &Window) {
    window.see("Из файла Word или Excel").await;
    window.screenshot("own-1-begin").await;
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/tables/sosnovka.docx");
    window.will_pick_file(&table);
    window.click_button("Открыть таблицу…").await;
    window.see("14 строк").await;
    window.see(EVENT).await;
    window.screenshot("own-1-rows").await;
    window.click("Подтвердить прочитанное").await;
    window.click_button("Завершить…").await;
    window.click("Включить неясные строки как есть").await;
    window.screenshot("own-1-finish").await;
    window.click_button("Создать программу").await;
    window.see("готова").await;
    window.click_button("К выбору программы").await;
}

async fn adopt(window: &Window) {
    window.click(TITLE).await;
    window.click_button("Принять программу").await;
    // As the years of this table go by, it is asked about what has passed.
    if window.text().await.contains("Программа уже идёт") {
        window.click_button("Принять").await;
    }
    if window.text().await.contains("Годы этой программы прошли") {
        window.click("Оставить как есть").await;
        window.click_button("Принять с прежними годами").await;
    }
    window.see(EVENT).await;
    window.screenshot("own-2-roadmap").await;
}

async fn look_at_the_calendar(window: &Window) {
    window.click("Календарь").await;
    window.see("Диагностика профессиональных дефицитов").await;
    window.screenshot("own-2-calendar").await;
    window.click("Список").await;
}

async fn correct_and_approve(window: &Window) {
    window.goto("Программа").await;
    window.click(EVENT).await;
    window.see("Мероприятие 2.4").await;
    window.fill("Примечание школы", "Не реже двух уроков в четверть").await;
    window.fill("Причина", "Уточнение решением методического совета").await;
    window.screenshot("own-3-event").await;
    window.click_button("Сохранить правку").await;
    window.see("Правка записана в лист изменений").await;
    window.click_button("Утвердить приказом…").await;
    window.fill("Номер приказа", "112").await;
    window.fill_date("Дата приказа", "02.09.2024").await;
    window.click_button("Утвердить").await;
    window.see("Версия программы утверждена").await;
    window.click("Версии").await;
    window.see("приказ № 112 от 02.09.2024").await;
    window.screenshot("own-3-versions").await;
}

async fn print(window: &Window, stick: &Path) {
    window.goto("Документы").await;
    window.see("Лист изменений").await;
    window.screenshot("own-4-documents").await;
    window.will_pick_folder(stick);
    window.click("Сохранить файл: Паспорт ШППКО").await;
    window.click("Word").await;
    window.see("Файл записан и проверен").await;
    let saved: Vec<_> = fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(saved.len(), 1, "{saved:?}");
    assert!(fs::read(&saved[0]).unwrap().starts_with(b"PK"), "a Word file");
}
