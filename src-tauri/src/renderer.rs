//! Office PCs without a graphics card show a white window under WebKit's DMABUF renderer, and start slower.

/// Starts the program anew, once, with the plain renderer. The variable must stand before GTK is loaded,
/// and changing the environment of a running process is unsafe.
#[cfg(target_os = "linux")]
pub(crate) fn choose() {
    use std::os::unix::process::CommandExt as _;

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let refusal =
        std::process::Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
    eprintln!("Окно откроется с обычной отрисовкой: {refusal}");
}

/// Other systems have other webviews.
#[cfg(not(target_os = "linux"))]
pub(crate) fn choose() {}
