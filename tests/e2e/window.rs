//! The real window, driven as a person would: by the words on it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::driver::{Driver, signal, window_process};

/// How long a person would wait for something to appear.
const PATIENCE: Duration = Duration::from_secs(20);
/// No screen has more places for the keyboard.
const TABS: usize = 60;
const GLANCE: Duration = Duration::from_millis(100);
/// Pictures lag behind the page.
const SHUTTER: Duration = Duration::from_millis(500);

/// An open window over a data folder.
pub(crate) struct Window {
    data: PathBuf,
    page: Option<WebDriver>,
    driver: Option<Driver>,
}

impl Window {
    /// Opens the program on a data folder.
    pub(crate) async fn open(data: &Path) -> Self {
        let mut window = Self { data: data.to_owned(), page: None, driver: None };
        window.start().await;
        window
    }

    async fn start(&mut self) {
        assert!(
            std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some(),
            "tests of the real window need a display: run them by `make test`"
        );
        let driver = Driver::start(&[
            ("OPORA_PICK_FILE", self.note("file")),
            ("OPORA_PICK_FOLDER", self.note("folder")),
            // Without this renderer, which the program does without, the driver waits for a picture for ever.
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "0".into()),
        ]);
        let mut wanted = Capabilities::new();
        let options = json!({ "application": program(), "args": ["--data", self.data] });
        wanted.set("browserName", json!("wry")).expect("a word is JSON");
        wanted.set("tauri:options", options).expect("options are JSON");
        let address = format!("http://127.0.0.1:{}", driver.port);
        self.page = Some(WebDriver::new(address, wanted).await.expect("the window opens"));
        self.driver = Some(driver);
    }

    /// Closes the window as a person would.
    pub(crate) async fn close(mut self) {
        if let Some(page) = self.page.take() {
            let _ = page.quit().await;
        }
    }

    /// Ends the program in the middle of its work and opens it again.
    pub(crate) async fn kill_and_reopen(&mut self) {
        let process = window_process(&self.data).expect("the window's process is found");
        signal("KILL", &process.to_string());
        if let Some(page) = self.page.take() {
            let _ = page.quit().await;
        }
        self.driver = None;
        self.start().await;
    }

    /// The next dialog of choosing a file is answered with `path`.
    pub(crate) fn will_pick_file(&self, path: &Path) {
        self.answer("file", path);
    }

    /// The next dialog of choosing a folder is answered with `path`.
    pub(crate) fn will_pick_folder(&self, path: &Path) {
        self.answer("folder", path);
    }

    fn answer(&self, what: &str, path: &Path) {
        let text = path.to_str().expect("paths of tests are UTF-8");
        opora_exchange::write_file(&self.note(what), text.as_bytes()).expect("the note is written");
    }

    fn note(&self, what: &str) -> PathBuf {
        let mut name = self.data.file_name().expect("a data folder has a name").to_os_string();
        name.push(format!("-pick-{what}"));
        self.data.with_file_name(name)
    }

    /// Chooses a room in the navigation by its name.
    pub(crate) async fn goto(&self, room: &str) {
        self.find("navigation", room, None).await.click().await.expect("the room opens");
        self.find("heading", room, None).await;
    }

    /// Presses a button.
    pub(crate) async fn click_button(&self, name: &str) {
        self.press("button", name, None).await;
    }

    /// Presses a button of the row, card or section that bears the text `row`.
    pub(crate) async fn click_in(&self, row: &str, name: &str) {
        self.press("any", name, Some(row)).await;
    }

    /// Presses anything that bears the name: a button, a link, a choice.
    pub(crate) async fn click(&self, name: &str) {
        self.press("any", name, None).await;
    }

    /// Presses again what was moving or redrawn under the pointer.
    async fn press(&self, kind: &str, name: &str, row: Option<&str>) {
        let until = Instant::now() + PATIENCE;
        while let Err(refusal) = self.at_rest(kind, name, row).await.click().await {
            if Instant::now() > until {
                self.fail(&format!("«{name}» cannot be pressed: {refusal}")).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Found where it stays: a list that still glides would give its neighbour to the pointer.
    async fn at_rest(&self, kind: &str, name: &str, row: Option<&str>) -> WebElement {
        let mut before = None;
        loop {
            let element = self.find(kind, name, row).await;
            let place = element.rect().await.map(|place| (place.x, place.y)).ok();
            if place.is_some() && place == before {
                return element;
            }
            before = place;
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Opens the row of a table that begins with `words`.
    pub(crate) async fn open_row(&self, words: &str) {
        self.press("cell", words, None).await;
    }

    /// What is written on a button, a link or a choice.
    pub(crate) async fn words_of(&self, name: &str) -> String {
        let element = self.find("any", name, None).await;
        let words = element.text().await.expect("what is shown can be read");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Presses keys wherever the keyboard now is.
    pub(crate) async fn press_keys(&self, keys: impl Into<TypingData>) {
        let pressed = self.page().action_chain().send_keys(keys).perform().await;
        pressed.expect("keys are pressed");
    }

    /// Goes on by Tab to what is called `name`.
    pub(crate) async fn tab_to(&self, name: &str) {
        for _ in 0..TABS {
            self.press_keys(Key::Tab + "").await;
            if self.script(include_str!("focus.js")).await.as_str().is_some_and(|here| here.starts_with(name))
            {
                return;
            }
        }
        self.fail(&format!("Tab does not lead to «{name}»")).await;
    }

    /// Types `text` into the field called `label` instead of what stands there.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        let field = self.find("field", label, None).await;
        self.type_into(&field, label, text).await;
    }

    /// Types into a field of the row that bears the text `row`.
    pub(crate) async fn fill_in(&self, row: &str, label: &str, text: &str) {
        let field = self.find("field", label, Some(row)).await;
        self.type_into(&field, label, text).await;
    }

    async fn type_into(&self, field: &WebElement, label: &str, text: &str) {
        let typed = async {
            field.click().await?;
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(Key::Delete + "").await?;
            field.send_keys(text).await
        };
        if let Err(refusal) = typed.await {
            self.fail(&format!("«{label}» takes no text: {refusal}")).await;
        }
    }

    /// Types a date, `12.10.2024`, into the parts of a date field.
    pub(crate) async fn fill_date(&self, label: &str, date: &str) {
        let group = self.find("field", label, None).await;
        let part = group.find(By::Css("[role=spinbutton]")).await.expect("a date field has parts");
        part.click().await.expect("the day takes the keyboard");
        for digit in date.chars().filter(char::is_ascii_digit) {
            let focused = self.page().active_element().await.expect("a part has the keyboard");
            focused.send_keys(digit.to_string()).await.expect("a digit is typed");
        }
    }

    /// Chooses an option of a list.
    pub(crate) async fn choose(&self, label: &str, option: &str) {
        self.press("field", label, None).await;
        self.press("option", option, None).await;
    }

    /// Waits until the text can be read in the window.
    pub(crate) async fn see(&self, text: &str) {
        if !self.reads(text, true).await {
            self.fail(&format!("«{text}» is not seen")).await;
        }
    }

    /// Waits until the text can no longer be read in the window.
    pub(crate) async fn see_no_more(&self, text: &str) {
        if !self.reads(text, false).await {
            self.fail(&format!("«{text}» is still seen")).await;
        }
    }

    async fn reads(&self, text: &str, wanted: bool) -> bool {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if self.text().await.contains(text) == wanted {
                return true;
            }
            tokio::time::sleep(GLANCE).await;
        }
        false
    }

    /// Everything that can be read in the window, in one line.
    pub(crate) async fn text(&self) -> String {
        let text = self.script("return document.body.innerText").await;
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Runs a script in the page.
    pub(crate) async fn script(&self, script: &str) -> Value {
        let answer = self.page().execute(script, Vec::new()).await;
        answer.map(|answer| answer.json().clone()).unwrap_or(Value::Null)
    }

    /// Title of the page.
    pub(crate) async fn title(&self) -> String {
        self.page().title().await.expect("the page has a title")
    }

    /// A picture for people, in `out/screenshots`.
    pub(crate) async fn screenshot(&self, name: &str) {
        tokio::time::sleep(SHUTTER).await;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../out/screenshots");
        std::fs::create_dir_all(&folder).expect("out/screenshots is made");
        self.page().screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture is taken");
    }

    async fn find(&self, kind: &str, name: &str, row: Option<&str>) -> WebElement {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            let asked = vec![json!(kind), json!(name), json!(row)];
            let found = self.page().execute(include_str!("page.js"), asked).await;
            if let Some(element) = found.ok().and_then(|answer| answer.element().ok()) {
                return element;
            }
            tokio::time::sleep(GLANCE).await;
        }
        let place = row.map(|row| format!(" in «{row}»")).unwrap_or_default();
        self.fail(&format!("no {kind} «{name}»{place}")).await
    }

    async fn fail(&self, what: &str) -> ! {
        self.screenshot("failed").await;
        panic!("{what}. Picture: out/screenshots/failed.png. The window says: {}", self.text().await);
    }

    fn page(&self) -> &WebDriver {
        self.page.as_ref().expect("the window is open")
    }
}

impl Drop for Window {
    /// After a failed test: the session's own farewell would wait for ever inside a runtime of one thread,
    /// so only the driver ends, and the window with it.
    fn drop(&mut self) {
        let _ = self.page.take().map(WebDriver::leak);
        self.driver = None;
    }
}

/// The program under test: `OPORA_DESKTOP`, or the one built beside this test.
fn program() -> PathBuf {
    let beside = || Some(std::env::current_exe().ok()?.ancestors().nth(2)?.join("opora-desktop"));
    let program =
        std::env::var_os("OPORA_DESKTOP").map(PathBuf::from).or_else(beside).expect("a place to look");
    assert!(program.exists(), "{} is not built: run the tests by `make test`", program.display());
    program
}
