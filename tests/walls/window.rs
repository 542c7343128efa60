//! The walls around the page.

use serde_json::{Value, json};

use super::read;

fn configuration() -> Value {
    serde_json::from_str(&read("src-tauri/tauri.conf.json")).expect("tauri.conf.json is JSON")
}

#[test]
fn the_content_policy_is_strict() {
    let configuration = configuration();
    let policy = configuration["app"]["security"]["csp"].as_str().expect("a policy is set");
    let rules: Vec<&str> = policy.split(';').map(str::trim).collect();
    for rule in [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src ipc: http://ipc.localhost",
        "object-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ] {
        assert!(rules.contains(&rule), "the policy lacks «{rule}»");
    }
    assert!(!policy.contains("unsafe-eval") && !policy.contains('*') && !policy.contains("https:"));
}

#[test]
fn the_page_gets_nothing_but_the_one_command() {
    let app = &configuration()["app"];
    assert_eq!(app["withGlobalTauri"], json!(false));
    assert_eq!(app["security"]["freezePrototype"], json!(true));
    assert_eq!(app["security"]["capabilities"], json!(["main"]));
    assert_eq!(app["windows"], json!([]), "the window is opened by the shell, with its walls");
    let main: Value = serde_json::from_str(&read("src-tauri/capabilities/main.json")).expect("JSON");
    assert_eq!(main["permissions"], json!(["allow-rpc"]));
    assert!(main.get("remote").is_none());
}
