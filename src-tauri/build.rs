//! Embeds the pages of `ui/dist` and allows the page one command.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=../ui/dist");
    assert!(
        Path::new("../ui/dist/index.html").exists(),
        "ui/dist is missing: build the pages first with `make ui` (or `cd ui && npm ci && npm run build`)",
    );
    let commands = tauri_build::AppManifest::new().commands(&["rpc"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
        .expect("tauri.conf.json and capabilities are valid");
}
