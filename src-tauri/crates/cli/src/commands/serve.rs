//! `opora serve`: the window's pages in a browser of this very machine, for developers and browser tests.

use std::fs::File;
use std::io::Read as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use opora_usecases::api::Dispatcher;
use opora_usecases::{ApiError, Result};
use serde_json::Value;
use tiny_http::{Header, Method, Request, Response, ResponseBox, Server};

use crate::args::Globals;
use crate::output::say;
use crate::session;

/// No request of ours is larger.
const MAX_BODY: u64 = 64 * 1024 * 1024;

/// Listens on loopback until it is stopped.
pub(crate) fn run(globals: &Globals, port: u16, ui: &Path) -> Result<ExitCode> {
    let mut program = session::program(globals)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let server = Server::http(address).map_err(ApiError::internal)?;
    say(&format!("http://{}", server.server_addr()));
    for mut request in server.incoming_requests() {
        if request.body_length().is_some_and(|length| length as u64 > MAX_BODY) {
            // The library would take memory for all of it before letting the request go.
            std::mem::forget(request);
            continue;
        }
        let response = answer(&mut program, ui, &mut request);
        let _ = request.respond(response); // a browser that went away is no fault
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(program: &mut Dispatcher, ui: &Path, request: &mut Request) -> ResponseBox {
    if !is_local(request) {
        return plain(403, "only this machine may ask");
    }
    match (request.method(), request.url().strip_prefix("/rpc/").map(str::to_owned)) {
        (Method::Post, Some(name)) => rpc(program, &name, request),
        (Method::Get, None) => page(ui, request.url()),
        _ => plain(405, "ask by GET, or by POST /rpc/<name>"),
    }
}

/// Pages of other sites must not reach the data through her browser: neither by a name that they point at
/// loopback, nor by a form.
fn is_local(request: &Request) -> bool {
    let header = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str())
    };
    let origin = header("Origin").map(|origin| origin.strip_prefix("http://").unwrap_or_default());
    header("Host").is_some_and(is_loopback) && origin.is_none_or(is_loopback)
}

fn is_loopback(authority: &str) -> bool {
    let host = authority.rsplit_once(':').map_or(authority, |(host, _port)| host);
    matches!(host, "127.0.0.1" | "localhost")
}

fn rpc(program: &mut Dispatcher, name: &str, request: &mut Request) -> ResponseBox {
    let mut body = String::new();
    let read = request.as_reader().take(MAX_BODY).read_to_string(&mut body);
    let payload = match read.map(|_| serde_json::from_str::<Value>(&body)) {
        Ok(Ok(payload)) => payload,
        _ => return plain(400, "the body is not JSON"),
    };
    match program.dispatch(name, payload) {
        Ok(reply) => json(200, serde_json::to_string(&reply)),
        Err(error) => json(422, serde_json::to_string(&error)),
    }
}

fn page(ui: &Path, url: &str) -> ResponseBox {
    let Some(path) = file_of(ui, url) else { return plain(404, "no such page") };
    match File::open(&path) {
        Ok(file) if path.is_file() => {
            Response::from_file(file).with_header(header("Content-Type", kind(&path))).boxed()
        }
        _ => plain(404, "no such page"),
    }
}

/// The file behind an address; nothing outside the folder of pages.
fn file_of(ui: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| ui.join(path))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn json(status: u16, text: serde_json::Result<String>) -> ResponseBox {
    Response::from_string(text.unwrap_or_default())
        .with_status_code(status)
        .with_header(header("Content-Type", "application/json; charset=utf-8"))
        .boxed()
}

fn plain(status: u16, text: &str) -> ResponseBox {
    Response::from_string(text).with_status_code(status).boxed()
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values here are plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_names_are_let_in() {
        for host in ["127.0.0.1:4875", "localhost:5175", "localhost"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["example.org", "127.0.0.1.evil:4875", "192.168.0.7:4875", ""] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn pages_outside_the_folder_are_not_served() {
        let ui = Path::new("dist");
        assert_eq!(file_of(ui, "/?x=1"), Some(ui.join("index.html")));
        assert_eq!(file_of(ui, "/assets/a.js"), Some(ui.join("assets/a.js")));
        assert_eq!(file_of(ui, "/../Cargo.toml"), None);
        assert_eq!(file_of(ui, "//etc/passwd").map(|path| path.starts_with("dist")), Some(true));
    }
}
