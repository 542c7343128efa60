//! Files on a real disk.

use std::fs;
use std::path::Path;

use opora_exchange::{ExchangeError, read_file, safe_name, write_file};
use tempfile::TempDir;

#[test]
fn a_written_file_is_whole_and_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("отчёт.pdf");
    let written = write_file(&path, b"abc").unwrap();
    assert_eq!(written.bytes, 3);
    assert_eq!(written.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    write_file(&path, b"longer than before").unwrap();
    assert_eq!(read_file(&path, 100).unwrap(), b"longer than before");
    assert_eq!(names(folder.path()), ["отчёт.pdf"]);
}

#[test]
fn a_leftover_part_is_written_over() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.pdf");
    write_file(&folder.path().join("a.pdf.part"), b"half of an earlier attempt").unwrap();
    write_file(&path, b"new").unwrap();
    assert_eq!(names(folder.path()), ["a.pdf"]);
}

#[test]
fn a_folder_that_is_gone_is_said_so() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("stick/a.pdf");
    assert!(matches!(write_file(&path, b"abc"), Err(ExchangeError::Gone(_))));
    assert!(matches!(read_file(&path, 10), Err(ExchangeError::Gone(_))));
}

#[test]
fn a_failed_write_leaves_the_old_file_and_no_part() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.pdf");
    fs::create_dir(&path).unwrap();
    fs::create_dir(path.join("kept")).unwrap();
    write_file(&path, b"a folder cannot be replaced by a file").unwrap_err();
    assert_eq!(names(folder.path()), ["a.pdf"]);
    assert!(path.join("kept").exists());
}

/// The child may not write files over a few kilobytes: the system then answers as a full disk does.
#[cfg(unix)]
#[test]
fn a_full_disk_is_said_so_and_leaves_the_old_file() {
    const FOLDER: &str = "OPORA_TEST_FULL_DISK";
    if let Some(folder) = std::env::var_os(FOLDER) {
        let refused = write_file(&Path::new(&folder).join("a.pdf"), &[1; 100_000]);
        assert!(matches!(refused, Err(ExchangeError::NoSpace(_))), "{refused:?}");
        return;
    }
    let folder = TempDir::new().unwrap();
    write_file(&folder.path().join("a.pdf"), b"old").unwrap();
    let child = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" a_full_disk --nocapture"])
        .arg(std::env::current_exe().unwrap())
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    assert_eq!(read_file(&folder.path().join("a.pdf"), 10).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.pdf"]);
}

/// A link planted where the part would be made must not lead the write elsewhere.
#[cfg(unix)]
#[test]
fn a_planted_link_is_not_followed() {
    let folder = TempDir::new().unwrap();
    let victim = folder.path().join("victim");
    write_file(&victim, b"precious").unwrap();
    std::os::unix::fs::symlink(&victim, folder.path().join("a.pdf.part")).unwrap();
    write_file(&folder.path().join("a.pdf"), b"new").unwrap();
    assert_eq!(read_file(&victim, 10).unwrap(), b"precious");
    assert_eq!(names(folder.path()), ["a.pdf", "victim"]);
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.xlsx");
    write_file(&path, &[7; 100]).unwrap();
    assert_eq!(read_file(&path, 100).unwrap().len(), 100);
    match read_file(&path, 99) {
        Err(ExchangeError::TooBig { bytes, limit, .. }) => assert_eq!((bytes, limit), (100, 99)),
        other => panic!("{other:?}"),
    }
    assert!(read_file(folder.path(), 100).is_err(), "a folder is not a file");
}

#[test]
fn names_fit_every_stick() {
    for (text, name) in [
        ("Отчёт за IV квартал 2024.pdf", "Отчёт за IV квартал 2024.pdf"),
        ("МБОУ «Школа № 1»: отчёт", "МБОУ «Школа № 1»- отчёт"),
        ("a/b\\c?.pdf", "a-b-c-.pdf"),
        ("  с краёв. . ", "с краёв"),
        ("\"<кавычки>\"", "кавычки"),
        ("две\nстроки", "две строки"),
        ("con.pdf", "_con.pdf"),
        ("LPT1", "_LPT1"),
        ("COM10.txt", "COM10.txt"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("Aux .pdf", "_Aux .pdf"),
        ("CONIN$", "_CONIN$"),
        ("отчёт.pdf. . .", "отчёт.pdf"),
        ("отчёт \u{1f4c4}.pdf", "отчёт \u{1f4c4}.pdf"),
        ("от\u{ad}чёт\u{0}\u{7f}\u{85}\u{2028}2024", "отчёт 2024"),
        ("fdp.\u{202e}exe", "fdp.exe"),
        ("...", "файл"),
        ("", "файл"),
        ("../../etc/passwd", "..-..-etc-passwd"),
    ] {
        assert_eq!(safe_name(text), name, "{text:?}");
        assert_eq!(safe_name(name), name, "made safe twice it stays");
    }
}

#[test]
fn a_long_name_is_cut_before_its_extension() {
    let name = safe_name(&format!("{}.pdf", "Ё".repeat(300)));
    assert_eq!((name.chars().count(), name.ends_with("Ё.pdf")), (120, true));
    assert_eq!(safe_name(&"ё".repeat(300)).chars().count(), 120);
    for text in
        [format!("{}.pdf", "\u{1f4c4}".repeat(300)), "\u{1f468}\u{200d}\u{1f469}".repeat(99), "€".repeat(300)]
    {
        let name = safe_name(&text);
        assert!(name.len() <= 240 && name.encode_utf16().count() <= 240, "{name}");
        assert_eq!(name, safe_name(&name));
    }
    assert_eq!(safe_name(&format!("{} . {}", "а".repeat(117), "б".repeat(50))), "а".repeat(117));
}

#[test]
fn the_longest_names_are_written_with_a_signature_beside_them() {
    let folder = TempDir::new().unwrap();
    for letter in ["ё", "\u{1f4c4}", "x"] {
        let name = safe_name(&format!("{}.pdf", letter.repeat(300)));
        write_file(&folder.path().join(format!("{name} (99).sig")), b"abc").unwrap();
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
