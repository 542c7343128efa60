//! From an empty laptop to a signed report and past a sudden end, as a deputy director goes.
//!
//! Nothing here depends on today: the programme of 2022–2025 is over, and what is entered is of 2024.

use std::path::{Path, PathBuf};

use opora_sign::Verdict;
use tempfile::TempDir;

use crate::founding::{DEPUTY, SCHOOL, found};
use crate::strangers::{damaged_copy, only_file, pdfsig, verdict};
use crate::window::Window;

const PASSWORD: &str = "берёза у школы";
const STRONG: &str = "Кузьмина Ольга Юрьевна";
const WEAK: &str = "Седых Павел Ильич";
/// What the second teacher needs help with.
const TOPIC: &str = "Текстовые задачи";
const EVENT: &str = "Разработка, реализация и корректировка ШППКО";
const DOCUMENT: &str = "О дорожной карте";
/// Middle of the name of the indicator that gets a fact, and its stage.
const CELL: &str = "математической грамотности (7 класс). 2024 год";
const QUARTER: &str = "IV квартал 2024 года";
/// What stands before the hash of a closed stage.
const SNAPSHOT: &str = "Контрольная сумма снимка (SHA-256):";
/// Questions of DX-MATH.
const QUESTIONS: usize = 22;

#[tokio::test]
async fn a_new_school_comes_to_a_verified_report_and_survives_a_sudden_end() {
    let desk = Desk::new();
    let mut window = Window::open(&desk.path("school")).await;
    found(&window, Some(PASSWORD)).await;
    enter_teachers(&window).await;
    do_an_event(&window, &desk).await;
    enter_a_fact(&window).await;
    diagnose(&window).await;
    pair(&window).await;
    let hash = close_the_stage(&window).await;
    let report = report(&window, &desk).await;
    verify(&window, &report).await;
    end_the_pair(&window).await;

    window.kill_and_reopen().await;
    unlock(&window).await;
    everything_is_there(&window, &hash).await;
    window.close().await;
}

/// Files of the journey.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(desk.path("stick")).unwrap();
        opora_exchange::write_file(&desk.path("Приказ 45.txt"), "Приказ № 45".as_bytes()).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

async fn enter_teachers(window: &Window) {
    window.goto("Педагоги").await;
    window.see("Педагогов пока нет").await;
    window.click_button("Добавить педагога").await;
    describe_teacher(window, STRONG, "Высшая", "24").await;
    window.screenshot("journey-2-teacher").await;
    window.click_button("Добавить и внести следующего").await;
    window.see("Педагог добавлен").await;
    describe_teacher(window, WEAK, "Без категории", "2").await;
    window.click_button("Добавить").await;
    window.see("2 педагога").await;
    search_teachers(window).await;
    change_teacher(window).await;
    archive_and_restore(window).await;
    window.screenshot("journey-2-teachers").await;
}

async fn describe_teacher(window: &Window, fio: &str, category: &str, years: &str) {
    window.fill("Фамилия, имя, отчество", fio).await;
    window.click("Математика").await;
    window.choose("Квалификационная категория", category).await;
    window.fill("Педагогический стаж", years).await;
}

async fn search_teachers(window: &Window) {
    window.fill("Поиск по ФИО и предмету", "кузьмина матем").await;
    window.see_no_more(WEAK).await;
    window.see(STRONG).await;
    window.click_button("Очистить поиск").await;
    window.see(WEAK).await;
}

async fn change_teacher(window: &Window) {
    window.open_row(WEAK).await;
    window.see("Сведения о педагоге").await;
    window.fill("Нагрузка в неделю", "18,5").await;
    window.click_button("Сохранить").await;
    window.see("Сведения сохранены").await;
    window.see("18,5").await;
}

async fn archive_and_restore(window: &Window) {
    window.click_button(&format!("Убрать в архив: {WEAK}")).await;
    window.see("Убрать педагога в архив?").await;
    window.click_button("Убрать в архив").await;
    window.see("1 педагог, в архиве — 1").await;
    window.click("Показать архив").await;
    window.see("в архиве с").await;
    window.click_button(&format!("Вернуть из архива: {WEAK}")).await;
    window.see("2 педагога").await;
    window.see_no_more("в архиве").await;
}

async fn do_an_event(window: &Window, desk: &Desk) {
    window.goto("Дорожная карта").await;
    window.click(EVENT).await;
    window.see("май 2025").await;
    window.click_in("май 2024", "Исполнено…").await;
    window.fill_date("Дата исполнения", "20.05.2024").await;
    window.fill("Что получилось", "Дорожная карта исправлена по итогам полугодия").await;
    window.choose("Документ", "Приказ").await;
    window.fill("Номер", "45").await;
    window.fill_date("Дата документа", "17.05.2024").await;
    window.fill("Название", DOCUMENT).await;
    window.will_pick_file(&desk.path("Приказ 45.txt"));
    window.click_button("Приложить файл…").await;
    window.see("Приказ 45.txt").await;
    window.screenshot("journey-3-done").await;
    window.click_button("Отметить исполнение").await;
    window.see("Исполнение отмечено").await;
    event_is_done(window).await;
    window.screenshot("journey-3-roadmap").await;
    window.goto("Сегодня").await;
    window.see("исполнено 1 из").await;
    window.screenshot("journey-3-today").await;
}

async fn event_is_done(window: &Window) {
    for words in ["исполнено 20.05.2024", DOCUMENT, "№ 45", "Приказ 45.txt", "исполнено 1 из 4"]
    {
        window.see(words).await;
    }
}

async fn enter_a_fact(window: &Window) {
    window.goto("Показатели").await;
    assert!(window.words_of(CELL).await.contains("внести"));
    window.click(CELL).await;
    window.click("Да").await;
    window.fill_date("По состоянию на", "20.12.2024").await;
    window.fill("Источник или примечание", "Справка о краевой диагностической работе").await;
    window.screenshot("journey-4-fact").await;
    window.click_button("Сохранить").await;
    window.see("Внесено:").await;
    fact_is_there(window).await;
    window.screenshot("journey-4-indicators").await;
}

async fn fact_is_there(window: &Window) {
    let cell = window.words_of(CELL).await;
    assert!(cell.contains("да") && cell.ends_with("достигнут") && !cell.contains("не достигнут"), "{cell}");
}

async fn diagnose(window: &Window) {
    fill_questionnaire(window, STRONG, &"0".repeat(QUESTIONS), true).await;
    window.see("Дефицитов не выявлено").await;
    let answers = format!("32{}", "1".repeat(QUESTIONS - 2));
    fill_questionnaire(window, WEAK, &answers, false).await;
    window.see(TOPIC).await;
    window.screenshot("journey-5-result").await;
    window.goto("Самодиагностика").await;
    window.see("рошли 2 из 2 педагогов").await;
    window.click("Дефициты").await;
    window.see("нужно обучение").await;
    window.see("Геометрические доказательства").await;
    window.screenshot("journey-5-deficits").await;
}

async fn fill_questionnaire(window: &Window, fio: &str, digits: &str, agrees: bool) {
    window.goto("Самодиагностика").await;
    window.click_in(fio, "Заполнить").await;
    window.see(&format!("0 из {QUESTIONS}")).await;
    window.press_keys(digits).await;
    window.see(&format!("{QUESTIONS} из {QUESTIONS}")).await;
    let help = window.script("return document.querySelector('textarea').value").await;
    assert_eq!(help, "", "the last digit is an answer and nothing else");
    if agrees {
        window.click("Готовность помогать коллегам").await;
    }
    window.screenshot("journey-5-fill").await;
    window.click_button("Завершить").await;
    window.see("Отвечены все вопросы").await;
    window.click_button("Завершить").await;
    window.see(&format!("Итоги: {fio}")).await;
}

async fn pair(window: &Window) {
    window.click_in(TOPIC, "Подобрать наставника").await;
    window.see("подходит лучше всего").await;
    window.click(STRONG).await;
    window.screenshot("journey-6-pair").await;
    window.click_button("Создать пару").await;
    window.see("Пара создана").await;
    window.click("Первая встреча").await;
    window.see("Шаг отмечен сделанным").await;
    window.click_button("Записать встречу").await;
    window.fill("Что делали", "Разобрали три способа решения задач на движение").await;
    window.fill("Сколько длилась", "45").await;
    window.click_button("Записать").await;
    window.see("Встреча записана").await;
    window.see("45 минут").await;
    window.screenshot("journey-6-tandem").await;
}

async fn close_the_stage(window: &Window) -> String {
    window.goto("Мониторинг").await;
    window.click("2024 год").await;
    window.see("01.01.2024 – 31.12.2024").await;
    window.click_button("Закрыть этап…").await;
    window.see("Открыть этап снова будет нельзя").await;
    window.click_button("Закрыть этап").await;
    window.see(SNAPSHOT).await;
    let text = window.text().await;
    let hash =
        text.split(SNAPSHOT).nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap().to_owned();
    assert!(hash.len() == 64 && hash.chars().all(|sign| sign.is_ascii_hexdigit()), "{hash}");
    window.screenshot("journey-7-closed").await;
    closed_cell_takes_no_edit(window).await;
    hash
}

async fn closed_cell_takes_no_edit(window: &Window) {
    window.goto("Показатели").await;
    window.click(CELL).await;
    window.see("его снимок не изменится").await;
    window.click("Нет").await;
    window.click_button("Записать исправление").await;
    window.see("Укажите причину исправления.").await;
    window.screenshot("journey-7-locked").await;
    window.click_button("Отмена").await;
    fact_is_there(window).await;
}

/// Gives the exported report; the certificate lies beside the stick.
async fn report(window: &Window, desk: &Desk) -> PathBuf {
    window.goto("Отчёты").await;
    window.choose("Квартал", QUARTER).await;
    window.see("Полных разделов").await;
    window.see("В отчётном периоде нет ни одного заседания рабочей группы").await;
    window.see("стр. 1 из").await;
    window.screenshot("journey-8-draft").await;
    sign(window).await;
    export(window, &desk.path("stick")).await;
    let report = only_file(&desk.path("stick"), "pdf");
    judge(&report, &certificate(window, desk).await);
    report
}

async fn sign(window: &Window) {
    window.click_button("Подписать и выпустить…").await;
    window.click_button("Создать сертификат").await;
    window.see("Ключ школы").await;
    window.see(DEPUTY).await;
    window.screenshot("journey-8-sign").await;
    window.click_button("Подписать и выпустить").await;
    window.see("подписан, подпись проверена").await;
    window.click_button("Открыть в журнале").await;
    window.see("Ещё не выгружался").await;
}

async fn export(window: &Window, stick: &Path) {
    window.click_button("Записать на флешку…").await;
    window.fill("Кому передаётся", "Управление образования").await;
    window.will_pick_folder(stick);
    window.click_button("Выбрать папку и записать").await;
    window.see("Можно вынимать флешку").await;
    window.screenshot("journey-8-exported").await;
    window.click_button("Закрыть").await;
    window.see("на флешке: Управление образования").await;
    window.screenshot("journey-8-journal").await;
}

async fn certificate(window: &Window, desk: &Desk) -> PathBuf {
    window.goto("Школа и настройки").await;
    window.click("Электронная подпись").await;
    window.will_pick_folder(desk.folder.path());
    window.click_button("Сохранить для управления…").await;
    window.see("Сертификат сохранён").await;
    only_file(desk.folder.path(), "cer")
}

fn judge(report: &Path, certificate: &Path) {
    assert_eq!(verdict(report, certificate), Verdict::Valid);
    let said = pdfsig(report, certificate);
    for words in ["Signature is Valid", "Certificate is Trusted", "Total document signed"] {
        assert!(said.contains(words), "{said}");
    }
}

async fn verify(window: &Window, report: &Path) {
    window.goto("Проверка").await;
    window.will_pick_file(report);
    window.click_button("Открыть документы…").await;
    window.see("Действительна").await;
    window.see(&format!("{QUARTER}, {SCHOOL}")).await;
    window.see(DEPUTY).await;
    window.see("стр. 1 из").await;
    window.screenshot("journey-9-valid").await;
    window.will_pick_file(&damaged_copy(report));
    window.click_button("Открыть документы…").await;
    window.see("Изменён после подписания").await;
    window.see_no_more("Действительна").await;
    window.screenshot("journey-9-modified").await;
}

async fn end_the_pair(window: &Window) {
    window.goto("Наставничество").await;
    window.open_row(WEAK).await;
    window.click_button("Завершить…").await;
    window.choose("Причина", "цель достигнута").await;
    window.fill("Что получилось", "Ведёт тему сам").await;
    window.click_button("Завершить").await;
    window.see("Работа пары завершена").await;
    window.screenshot("journey-6-ended").await;
}

async fn unlock(window: &Window) {
    window.see("Данные школы закрыты паролем").await;
    window.fill("Пароль", "не тот пароль").await;
    window.click_button("Открыть").await;
    window.see("Пароль не подходит").await;
    window.fill("Пароль", PASSWORD).await;
    window.screenshot("journey-10-locked").await;
    window.click_button("Открыть").await;
    window.see("Сегодня,").await;
}

async fn everything_is_there(window: &Window, hash: &str) {
    window.goto("Педагоги").await;
    for words in [STRONG, WEAK, "18,5", "Высшая"] {
        window.see(words).await;
    }
    window.goto("Дорожная карта").await;
    window.click(EVENT).await;
    event_is_done(window).await;
    window.goto("Показатели").await;
    fact_is_there(window).await;
    window.goto("Самодиагностика").await;
    window.see("рошли 2 из 2 педагогов").await;
    window.click("Дефициты").await;
    window.see("Геометрические доказательства").await;
    window.goto("Наставничество").await;
    window.open_row(WEAK).await;
    window.see("Ведёт тему сам").await;
    window.see("45 минут").await;
    window.goto("Мониторинг").await;
    window.click("2024 год").await;
    window.see(hash).await;
    window.goto("Журнал документов").await;
    window.see(QUARTER).await;
    window.see("отправлен").await;
    window.screenshot("journey-10-journal").await;
}
