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
