//! Takes the digest of every rule table, word list and weight that is compiled in.
//!
//! The digest stands in the output: two runs with the same captures and the
//! same digest give the same bytes.

use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn main() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut tables = Vec::new();
    for room in inside(&crates) {
        let data = room.join("data");
        println!("cargo::rerun-if-changed={}", data.display());
        files(&data, &mut tables);
    }
    let mut digest = Sha256::new();
    for table in &tables {
        let name = table.strip_prefix(&crates).expect("tables lie under crates/");
        let name = name.to_string_lossy().replace('\\', "/");
        let mut bytes = fs::read(table).expect("a table that is listed can be read");
        if table.extension().is_some_and(|kind| kind == "weights") {
            // Tens of megabytes, whose checksum stands at their head and is held to them by a test.
            bytes.truncate(16);
        }
        for part in [name.as_bytes(), &bytes] {
            digest.update(u64::try_from(part.len()).expect("a length fits").to_le_bytes());
            digest.update(part);
        }
    }
    let mut hex = String::new();
    for byte in digest.finalize() {
        write!(hex, "{byte:02x}").expect("a string takes it");
    }
    println!("cargo::rustc-env=PARALLAX_TABLES={hex}");
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in inside(folder) {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// What a folder holds, in byte order; nothing where there is no folder.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
