//! The site in a real browser: every screen, three languages, two themes, two sizes, keys, no
//! script, print, accessibility, and words of others that would run if they could.
//!
//! Needs chromium and node; two packages of fixed versions are installed below `target/`. Where
//! something of it cannot be had, this is skipped, and says so.

#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

#[path = "browser/hostile.rs"]
mod hostile;

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

#[test]
fn every_screen_can_be_read_by_everyone_and_runs_nothing_foreign() {
    let Some((chromium, modules)) = browser() else { return };
    let home = tempfile::tempdir().expect("a folder");
    let facts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/outlets.toml");
    let facts = fs::read_to_string(facts).expect("the facts of the demo");
    let folder = home.path().join("demo");
    archive(&folder, &demo_captures());
    fs::write(folder.join("outlets.toml"), facts).expect("a file");
    let demo = Served::of(&folder);
    let hostile = Served::of(&hostile::archive(home.path()));
    let shots = below_target("site-shots");
    let _ = fs::remove_dir_all(&shots);
    let output = Command::new("node")
        .arg(here("browser/run.mjs"))
        .args([&modules, &chromium])
        .args([&demo.address, &hostile.address])
        .arg(&shots)
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stdout));
    eprintln!(
        "{}; screenshots in {}",
        String::from_utf8_lossy(&output.stdout).trim(),
        shots.display()
    );
}

/// Where chromium is, and the packages.
fn browser() -> Option<(PathBuf, PathBuf)> {
    let skip =
        |why: &str| eprintln!("\n!!! SKIPPED: the site was not looked at in a browser: {why}\n");
    let path = env::var_os("PATH").unwrap_or_default();
    let named = |name: &str| {
        env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.exists())
    };
    let Some(chromium) = named("chromium").or_else(|| named("chromium-browser")) else {
        skip("there is no chromium");
        return None;
    };
    if named("node").is_none() || named("npm").is_none() {
        skip("there is no node with npm");
        return None;
    }
    let modules = below_target("browser-modules");
    fs::create_dir_all(&modules).expect("a folder");
    fs::copy(here("browser/package.json"), modules.join("package.json")).expect("a file");
    let installed = Command::new("npm")
        .args(["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"])
        .current_dir(&modules)
        .stderr(Stdio::null())
        .status();
    if !installed.is_ok_and(|status| status.success()) {
        skip("npm could not install playwright-core and axe-core");
        return None;
    }
    Some((chromium, modules))
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

fn below_target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is in target").join(name)
}

fn demo_captures() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let events = ["harbour-fire", "bridge-talks", "dam-vote", "dock-strike", "mill-fire"];
    events.iter().map(|event| fixtures.join(event).join("captures")).collect()
}

/// The program, at work on the archive in a folder.
fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_parallax"));
    program.env("PARALLAX_ARCHIVE", folder);
    program
}

/// Makes an archive of captures.
fn archive(folder: &Path, captures: &[PathBuf]) {
    let made = program(folder).arg("init").stdout(Stdio::null()).status();
    assert!(made.is_ok_and(|status| status.success()));
    add(folder, captures);
}

/// Takes captures in; some may be refused.
fn add(folder: &Path, captures: &[PathBuf]) {
    let added = program(folder).args(["add", "--quiet"]).args(captures).output();
    let added = added.expect("it runs");
    assert!(added.status.code() != Some(2), "{}", String::from_utf8_lossy(&added.stderr));
}

/// An archive that is served by a program of its own, and ends with this.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn of(folder: &Path) -> Self {
        let mut child = program(folder)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut line = String::new();
        let said = child.stdout.take().expect("it was asked for");
        BufReader::new(said).read_line(&mut line).expect("it says where");
        let at = line.find("http://").unwrap_or_else(|| panic!("no address in {line:?}"));
        let address = line.get(at..).unwrap_or_default().trim().trim_end_matches('/').to_owned();
        Self { child, address }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
