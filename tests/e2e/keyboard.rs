//! The mouse is never needed.

use thirtyfour::Key;

use crate::founding::found;
use crate::papers::Desk;
use crate::strangers::only_file;
use crate::window::Window;

#[tokio::test]
async fn a_teacher_is_added_by_the_keyboard_alone() {
    let desk = Desk::new();
    let window = Window::open(&desk.data()).await;
    found(&window, None).await;
    choose(&window, "Педагоги").await;
    choose(&window, "Добавить педагога").await;
    window.see("Новый педагог").await;
    window.press_keys(Key::Escape + "").await;
    window.see_no_more("Новый педагог").await;
    window.press_keys(Key::Enter + "").await;
    window.see("Новый педагог").await;
    window.press_keys("Кузьмина Ольга Юрьевна").await;
    window.tab_to("Педагогический стаж").await;
    window.press_keys("12" + Key::Enter).await;
    window.see("Педагог добавлен").await;
    window.see("1 педагог").await;
    window.screenshot("keyboard-teacher").await;
    window.close().await;
}

#[tokio::test]
async fn a_report_is_signed_written_to_a_stick_and_verified_by_the_keyboard_alone() {
    let desk = Desk::new();
    let window = Window::open(&desk.data()).await;
    found(&window, None).await;
    sign(&window).await;
    window.will_pick_folder(&desk.stick());
    choose(&window, "Записать на флешку…").await;
    choose(&window, "Выбрать папку и записать").await;
    window.see("Файлы прочитаны с носителя заново и совпали").await;
    window.press_keys(Key::Escape + "").await;
    window.see_no_more("Файлы прочитаны с носителя заново и совпали").await;

    choose(&window, "Проверка").await;
    window.will_pick_file(&only_file(&desk.stick(), "pdf"));
    choose(&window, "Открыть документы…").await;
    window.see("Действительна").await;
    window.screenshot("keyboard-verified").await;
    window.close().await;
}

/// With a key made on the way; ends on the page of the document in the journal.
async fn sign(window: &Window) {
    choose(window, "Отчёты").await;
    window.see("стр. 1 из").await;
    choose(window, "Подписать и выпустить…").await;
    window.see("Кто подписывает").await;
    choose(window, "Создать сертификат").await;
    window.see("Сертификат создан").await;
    choose(window, "Подписать и выпустить").await;
    window.see("подписан, подпись проверена").await;
    window.screenshot("keyboard-signed").await;
    choose(window, "Открыть в журнале").await;
    window.see("Файлы рядом с документом").await;
}

/// Goes there by Tab and presses Enter.
async fn choose(window: &Window, name: &str) {
    window.tab_to(name).await;
    window.press_keys(Key::Enter + "").await;
}
