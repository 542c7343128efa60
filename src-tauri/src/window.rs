//! The one window and the walls around its page.

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Url, WebviewUrl, WebviewWindowBuilder};

/// Label of the window.
pub(crate) const MAIN: &str = "main";

/// Opens the window; it remembers nothing of its size and place.
pub(crate) fn open(app: &AppHandle, webview_data: PathBuf) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Опора")
        .inner_size(1280.0, 720.0)
        .min_inner_size(1024.0, 640.0)
        .center()
        .data_directory(webview_data)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// The page may go nowhere: the program has no network.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_stays_at_home() {
        for (address, own) in [
            ("tauri://localhost/index.html#/today", true),
            ("http://tauri.localhost/", true),
            ("http://tauri.evil/", false),
            ("http://tauri.localhost.evil/", false),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,1", false),
        ] {
            assert_eq!(is_own_page(&Url::parse(address).unwrap()), own, "{address}");
        }
    }
}
