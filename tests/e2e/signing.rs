//! Signing by keys that are not the program's: a file of the school and the director's, and another program with GOST.

use std::path::{Path, PathBuf};

use crate::founding::{DEPUTY, found};
use crate::openssl::{OpenSsl, PASSWORD};
use crate::papers::{Desk, QUARTER, begin_to_sign, judge, open_issued, write_to};
use crate::strangers::only_file;
use crate::window::Window;

const DIRECTOR: &str = "Соколов Иван Андреевич";
const WAY_OF_DEPUTY: &str = "Способ подписи: заместитель директора";

#[tokio::test]
async fn a_key_file_of_the_school_and_the_directors_own_key_sign_one_report() {
    let (desk, openssl) = (Desk::new(), OpenSsl::new());
    let window = Window::open(&desk.data()).await;
    found(&window, None).await;
    let own = directors_key(&window, openssl.path("director")).await;
    begin_to_sign(&window, QUARTER).await;
    give_key(&window, "Заместитель директора", &openssl.key_file()).await;
    window.click(&format!("Директор: {DIRECTOR}")).await;
    give_key(&window, "Директор", &own).await;
    window.screenshot("signing-two-keys").await;
    window.click_button("Подписать и выпустить").await;
    open_issued(&window).await;
    write_to(&window, &desk.stick()).await;
    both_are_named(&window, &only_file(&desk.stick(), "pdf")).await;
    window.close().await;
}

/// Made in the settings; gives the file that the director takes away.
async fn directors_key(window: &Window, folder: PathBuf) -> PathBuf {
    std::fs::create_dir(&folder).unwrap();
    window.goto("Школа и настройки").await;
    window.click("Электронная подпись").await;
    window.click_button("Создать ключ директора…").await;
    window.fill("Пароль ключа", PASSWORD).await;
    window.fill("Пароль ключа ещё раз", PASSWORD).await;
    window.will_pick_folder(&folder);
    window.click_button("Выбрать папку и записать…").await;
    window.see("Ключ директора записан и проверен").await;
    window.screenshot("signing-director-key").await;
    window.click_button("Готово").await;
    only_file(&folder, "p12")
}

async fn give_key(window: &Window, post: &str, file: &Path) {
    window.choose(&format!("Способ подписи: {}", post.to_lowercase()), "Файл ключа").await;
    window.will_pick_file(file);
    let row = format!("{post}: ");
    window.click_in(&row, "Выбрать файл ключа…").await;
    window.see(file.file_name().unwrap().to_str().unwrap()).await;
    window.fill_in(&row, "Пароль к файлу ключа", PASSWORD).await;
}

/// The director's certificate is the school's own; that of another centre is known to nobody yet.
async fn both_are_named(window: &Window, report: &Path) {
    judge(window, report).await;
    window.see("владелец не проверен").await;
    window.see("Подпись 2: Сертификат подписавшего есть среди доверенных").await;
    for name in [DEPUTY, DIRECTOR] {
        window.see(&format!("Владелец {name}")).await;
    }
    window.click_button("Доверять этому сертификату…").await;
    window.see(&format!("с владельцем ({DEPUTY})")).await;
    window.click_button("Отпечаток сверен, доверять").await;
    window.see_no_more("владелец не проверен").await;
    window.see("Действительна").await;
    window.screenshot("signing-two-verified").await;
}

#[tokio::test]
async fn a_gost_signature_of_another_program_comes_in_after_a_sudden_end() {
    let (desk, openssl) = (Desk::new(), OpenSsl::new());
    let mut window = Window::open(&desk.data()).await;
    found(&window, None).await;
    begin_to_sign(&window, QUARTER).await;
    window.choose(WAY_OF_DEPUTY, "Другая программа").await;
    window.will_pick_file(&openssl.gost_key());
    window.click_button("Выбрать сертификат…").await;
    window.see_no_more("Файл сертификата (.cer) не выбран").await;
    window.click_button("Подписать и выпустить").await;
    window.see("Осталось подписать в другой программе").await;
    window.screenshot("signing-pending").await;
    window.kill_and_reopen().await;

    wait_for_answer(&window).await;
    window.will_pick_folder(&desk.stick());
    window.click_button("Записать файл для подписи…").await;
    window.see("Записано в").await;
    let data = only_file(&desk.stick(), "bin");
    let other = openssl.put("other.bin", b"another file");
    answer(&window, &openssl.gost_sign(&other, "wrong.sig")).await;
    window.see("Подпись сделана для другого файла").await;
    window.screenshot("signing-wrong-answer").await;
    wait_for_answer(&window).await;
    answer(&window, &openssl.gost_sign(&data, "right.sig")).await;
    open_issued(&window).await;
    write_to(&window, &desk.stick()).await;
    judge(&window, &only_file(&desk.stick(), "pdf")).await;
    window.see("ГОСТ Р 34.10-2012, 256 бит").await;
    window.screenshot("signing-gost-verified").await;
    window.close().await;
}

async fn wait_for_answer(window: &Window) {
    window.goto("Журнал документов").await;
    window.click("Ждут подписи").await;
    window.see("Ждём подпись:").await;
    window.see(QUARTER).await;
}

async fn answer(window: &Window, signature: &Path) {
    window.will_pick_file(signature);
    window.click_button("Выбрать файл подписи…").await;
}
