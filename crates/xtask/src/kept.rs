//! Stores an archive of the present format among those that tests open.

use anyhow::{Context, ensure};
use flate2::{Compression, GzBuilder};
use std::{fs, io::Write, path::Path, process::Command};

/// Where archives of every format stand, one folder each.
const STORED: &str = "crates/parallax/tests/archives";

/// What all of them hold: the captures of the first.
const CAPTURES: &str = "captures/00001.warc.gz";

/// Makes an archive of the captures and decisions that those of all formats hold, and stores it.
pub(crate) fn archive() -> anyhow::Result<()> {
    let stored = Path::new(STORED);
    let work = Path::new("target/kept");
    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    parallax(&["init"], work)?;
    fs::copy(stored.join("1").join(CAPTURES), work.join(CAPTURES))?;
    // What stands in the web archive and nowhere else is taken up.
    parallax(&["forget", "--finish"], work)?;
    for decision in [
        &["--who", "Ann", "star", "933fc0"][..],
        &["--who", "Ann", "note", "f153ea", "ask the harbour office"],
        &["--who", "Ben", "hide", "Inland Post"],
        &["--who", "Ann", "undo", "3"],
        &["--who", "Ben", "hide", "Coast Wire"],
    ] {
        parallax(&[&["decide"], decision].concat(), work)?;
    }
    let database = fs::read(work.join("archive.sqlite"))?;
    // Bytes 60 to 63 of a database of SQLite are its user version.
    let format = database.get(60..64).context("the database is too short")?;
    let format = u32::from_be_bytes(format.try_into()?);
    let place = stored.join(format.to_string());
    fs::create_dir_all(place.join("captures"))?;
    fs::copy(work.join(CAPTURES), place.join(CAPTURES))?;
    let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
    packed.write_all(&database)?;
    fs::write(place.join("archive.sqlite.gz"), packed.finish()?)?;
    fs::remove_dir_all(work)?;
    println!("format {format} is stored in {}", place.display());
    Ok(())
}

fn parallax(arguments: &[&str], folder: &Path) -> anyhow::Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "-p", "parallax", "--"]).args(arguments);
    let status = command.arg("--archive").arg(folder).status()?;
    ensure!(status.success(), "{arguments:?} failed");
    Ok(())
}
