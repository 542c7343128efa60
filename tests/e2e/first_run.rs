//! The first minute with the program.

use crate::window::Window;

#[tokio::test]
async fn an_empty_laptop_shows_the_first_run_screen() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("school")).await;
    assert_eq!(window.title().await, "Опора");
    window.see("Посмотреть на примере").await;
    window.screenshot("first-run").await;
    window.close().await;
}

#[tokio::test]
async fn a_demo_opens_and_survives_a_sudden_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(&folder.path().join("school")).await;
    open_demo(&window).await;
    window.screenshot("demo-today").await;
    window.kill_and_reopen().await;
    open_demo(&window).await;
    window.goto("Педагоги").await;
    window.screenshot("demo-teachers").await;
    window.close().await;
}

async fn open_demo(window: &Window) {
    window.click_button("Посмотреть на примере").await;
    window.click_button("Открыть пример").await;
    window.see("без пароля").await;
}
