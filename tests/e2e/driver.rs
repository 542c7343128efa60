//! A tauri-driver of our own: own ports, own process group, nothing left behind.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The running driver; dropped, it ends the window and everything else it started.
pub(crate) struct Driver {
    child: Child,
    pub(crate) port: u16,
}

impl Driver {
    /// Starts the driver and waits until it and WebKitWebDriver both listen: the first is ready before the second.
    pub(crate) fn start(environment: &[(&str, PathBuf)]) -> Self {
        let (port, native_port) = free_ports();
        let child = Command::new("tauri-driver")
            .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("tauri-driver is on PATH: run the tests by `make test`");
        let driver = Self { child, port };
        wait_for(&[port, native_port]);
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = self.child.id();
        signal("TERM", &format!("-{group}"));
        let until = Instant::now() + Duration::from_secs(3);
        while Instant::now() < until && matches!(self.child.try_wait(), Ok(None)) {
            sleep(Duration::from_millis(50));
        }
        signal("KILL", &format!("-{group}"));
        let _ = self.child.wait();
    }
}

/// Sends a signal to a process, or to a group when `target` begins with a minus.
pub(crate) fn signal(name: &str, target: &str) {
    let command = format!("kill -s {name} -- {target} 2>/dev/null");
    let _ = Command::new("sh").args(["-c", &command]).status();
}

/// The process of the window that works on `data`.
pub(crate) fn window_process(data: &Path) -> Option<u32> {
    let processes = std::fs::read_dir("/proc").ok()?;
    processes.flatten().find_map(|entry| {
        let id: u32 = entry.file_name().to_str()?.parse().ok()?;
        let line = std::fs::read(entry.path().join("cmdline")).ok()?;
        let mut words = line.split(|byte| *byte == 0);
        let ours = words.next()?.ends_with(b"opora-desktop");
        (ours && words.any(|word| word == data.as_os_str().as_encoded_bytes())).then_some(id)
    })
}

/// Below the range from which the system takes ports of its own: there a waiting client may meet itself.
fn free_ports() -> (u16, u16) {
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let next =
        || 20_000 + ((std::process::id() * 16 + TAKEN.fetch_add(1, Ordering::Relaxed)) % 10_000) as u16;
    let mut free = std::iter::repeat_with(next).filter(is_free);
    (free.next().expect("a free port"), free.next().expect("a free port"))
}

fn wait_for(ports: &[u16]) {
    let until = Instant::now() + Duration::from_secs(20);
    for port in ports {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_err() {
            assert!(Instant::now() < until, "port {port} of the driver stays closed");
            sleep(Duration::from_millis(50));
        }
    }
}
