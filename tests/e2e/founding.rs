//! A school that begins: the first run by words, as both journeys need it.

use crate::window::Window;

/// Name of the school in the strip above every page.
pub(crate) const SCHOOL: &str = "МБОУ «Критовская СОШ»";
/// Who works with the program and signs.
pub(crate) const DEPUTY: &str = "Ёлкина Мария Петровна";
/// What the programme's card is called.
const PROGRAMME: &str = "Боготольский район: программа повышения качества образования";

const CARD: [(&str, &str); 7] = [
    ("Полное наименование", "Муниципальное бюджетное общеобразовательное учреждение «Критовская СОШ»"),
    ("Краткое наименование", SCHOOL),
    ("Территория", "Боготольский район, Красноярский край"),
    (
        "Муниципальный орган управления образованием",
        "Управление образования администрации Боготольского района",
    ),
    ("Адресат отчётов", "Начальнику Управления образования администрации Боготольского района"),
    ("Директор", "Соколов Иван Андреевич"),
    ("Заместитель директора", DEPUTY),
];

/// Creates the school, with a password or without one, and adopts the programme of Боготол.
pub(crate) async fn found(window: &Window, password: Option<&str>) {
    create(window, password).await;
    adopt(window).await;
    window.see("Сегодня,").await;
}

/// Creates the school without a password and goes on to make a programme of its own.
pub(crate) async fn found_without_programme(window: &Window) {
    create(window, None).await;
    window.click_button("Нет нашей: собрать свою…").await;
}

async fn create(window: &Window, password: Option<&str>) {
    window.click_button("Создать школу").await;
    for (label, text) in CARD {
        window.fill(label, text).await;
    }
    window.screenshot("journey-1-school").await;
    window.click_button("Дальше: пароль").await;
    match password {
        Some(password) => protect(window, password).await,
        None => window.click_button("Создать без пароля").await,
    }
}

async fn protect(window: &Window, password: &str) {
    window.fill("Пароль", password).await;
    window.fill("Пароль ещё раз", password).await;
    window.click_button("Создать школу с паролем").await;
    window.see("Код восстановления").await;
    window.screenshot("journey-1-code").await;
    window.click_button("Код записан, дальше").await;
}

async fn adopt(window: &Window) {
    window.see("По какой программе работает школа?").await;
    window.click(PROGRAMME).await;
    window.see("Выбрано: Боготольский район").await;
    window.screenshot("journey-1-programme").await;
    window.click_button("Принять программу").await;
    // Its years are over whenever this test runs: what is entered below is of 2024.
    window.see("Годы этой программы прошли").await;
    window.screenshot("journey-1-years").await;
    window.click("Оставить как есть").await;
    window.click_button("Принять с прежними годами").await;
}
