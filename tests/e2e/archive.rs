//! The journal of issued documents: found, sent, packed, signed beside, stamped, corrected.

use crate::founding::found;
use crate::openssl::OpenSsl;
use crate::papers::{BEFORE, Desk, QUARTER, begin_to_sign, issue, judge, open_issued, write_to};
use crate::strangers::only_file;
use crate::window::Window;

const WHY: &str = "Уточнены сведения о заседаниях";

#[tokio::test]
async fn issued_documents_are_found_sent_packed_stamped_and_corrected() {
    let desk = Desk::new();
    let window = Window::open(&desk.data()).await;
    found(&window, None).await;
    make_certificate(&window).await;
    issue(&window, BEFORE).await;
    issue(&window, QUARTER).await;
    sign_beside(&window, &desk).await;
    stamp(&window, &desk).await;
    find(&window).await;
    send(&window).await;
    pack(&window, &desk).await;
    correct(&window).await;
    window.close().await;
}

async fn make_certificate(window: &Window) {
    window.goto("Школа и настройки").await;
    window.click("Электронная подпись").await;
    window.click_button("Создать сертификат").await;
    window.see("Сертификат подписи создан").await;
}

async fn sign_beside(window: &Window, desk: &Desk) {
    window.click_button("Подпись .sig").await;
    window.click_button("Подписать рядом ключом школы").await;
    window.see("Рядом с документом создана подпись .sig").await;
    write_to(window, &desk.stick()).await;
    let (pdf, signature) = (only_file(&desk.stick(), "pdf"), only_file(&desk.stick(), "sig"));
    OpenSsl::new().accepts(&pdf, &signature);
    window.screenshot("archive-beside").await;
    judge(window, &pdf).await;
    window.see_no_more("владелец не проверен").await;
    window.screenshot("archive-beside-verified").await;
}

async fn stamp(window: &Window, desk: &Desk) {
    let openssl = OpenSsl::new();
    open_in_journal(window, QUARTER).await;
    window.will_pick_folder(&desk.stick());
    window.click_button("Метка времени в подписи документа").await;
    window.click_button("Записать запрос (.tsq)…").await;
    window.see("Запрос записан:").await;
    window.will_pick_file(&openssl.stamp(&only_file(&desk.stick(), "tsq")));
    window.click_button("Метка времени в подписи документа").await;
    window.click_button("Принять ответ службы (.tsr)…").await;
    window.see("«Служба времени»").await;
    window.screenshot("archive-stamped").await;
}

async fn open_in_journal(window: &Window, quarter: &str) {
    window.goto("Журнал документов").await;
    window.open_row(&format!("Отчёт о реализации ШППКО за {quarter}")).await;
    window.see("Файлы рядом с документом").await;
}

async fn find(window: &Window) {
    window.goto("Журнал документов").await;
    window.see(BEFORE).await;
    window.fill("Номер, название, адресат", QUARTER).await;
    window.see_no_more(BEFORE).await;
    window.see(QUARTER).await;
    window.fill("Номер, название, адресат", "такого нет").await;
    window.see("Ничего не найдено").await;
    window.click_button("Показать всё").await;
    window.see(BEFORE).await;
}

async fn send(window: &Window) {
    open_in_journal(window, QUARTER).await;
    window.click_button("Отметить отправку…").await;
    window.fill("Кому", "Отдел образования").await;
    window.fill("Входящий номер у получателя", "77-вх").await;
    window.screenshot("archive-send").await;
    window.click_button("Сохранить").await;
    window.see("Отметка об отправке сохранена").await;
    window.see("Входящий № 77-вх").await;
    window.goto("Журнал документов").await;
    window.see("отправлен").await;
    window.fill("Номер, название, адресат", "отдел образования").await;
    window.see_no_more(BEFORE).await;
    window.click_button("Очистить поиск").await;
}

async fn pack(window: &Window, desk: &Desk) {
    window.see(BEFORE).await;
    window.click_button("Выбрать все").await;
    window.click_button("Собрать пакет…").await;
    window.see("2 документа").await;
    window.will_pick_folder(&desk.stick());
    window.click_button("Выбрать папку и записать").await;
    window.see("Пакет записан и проверен").await;
    window.see("Файлы прочитаны с носителя заново и совпали").await;
    window.screenshot("archive-package").await;
    window.click_button("Закрыть").await;
    let package = std::fs::read(only_file(&desk.stick(), "zip")).unwrap();
    assert!(package.starts_with(b"PK"), "a ZIP archive");
}

async fn correct(window: &Window) {
    begin_to_sign(window, QUARTER).await;
    window.fill("Почему выпускается новый документ вместо", WHY).await;
    window.click_button("Подписать и выпустить").await;
    open_issued(window).await;
    window.see("Заменяет документ № 2.").await;
    window.see(WHY).await;
    window.screenshot("archive-corrected").await;
    window.click("№ 2").await;
    window.see("Заменён документом № 3.").await;
}
