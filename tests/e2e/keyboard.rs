//! A teacher is added without the mouse.

use thirtyfour::Key;

use crate::founding::found;
use crate::window::Window;

#[tokio::test]
async fn a_teacher_is_added_by_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("school")).await;
    found(&window, None).await;
    window.tab_to("Педагоги").await;
    window.press_keys(Key::Enter + "").await;
    window.tab_to("Добавить педагога").await;
    window.press_keys(Key::Enter + "").await;
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
