//! Each bundled event, followed through every room.
//!
//! One fact a line: `part  start..end  "words"`. `UPDATE_EXPECT=1 cargo test` writes them anew; read the diff as carefully as the code.

#[path = "goldens/render.rs"]
mod render;

use expect_test::expect_file;
use parallax::pipeline;
use parallax_acquire::{captures, sources};
use parallax_model::{Capture, Edition, ReadArticle};
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    folder.canonicalize().expect("fixtures/ exists")
}

/// The event read alone, and all events read together must tell the same of it.
fn edition(event: &str) -> Edition {
    let folder = fixtures().join(event).join("captures");
    let listed = sources(&[folder.to_string_lossy().into_owned()]);
    let read: Vec<Capture> = listed
        .iter()
        .flat_map(|source| captures(source.as_ref().expect("fixtures can be read")))
        .map(|capture| capture.expect("fixtures can be read"))
        .collect();
    pipeline::run(&read, Vec::new())
}

fn name(read: &ReadArticle) -> String {
    let path = Path::new(&read.article.capture.path);
    path.file_stem().expect("a capture has a name").to_string_lossy().into_owned()
}

fn check(event: &str) {
    let edition = edition(event);
    let expected = fixtures().join(event).join("expected");
    let golden = |file: String, seen: String| expect_file![expected.join(file)].assert_eq(&seen);
    for read in &edition.articles {
        golden(format!("{}.article.txt", name(read)), render::article(read));
        golden(format!("{}.annotations.txt", name(read)), render::annotations(read));
    }
    golden("story.txt".to_owned(), render::stories(&edition, &name));
    golden("comparison.txt".to_owned(), render::comparisons(&edition, &name));
}

#[test]
fn harbour_fire() {
    check("harbour-fire");
}

#[test]
fn mill_fire() {
    check("mill-fire");
}

#[test]
fn bridge_talks() {
    check("bridge-talks");
}

#[test]
fn dam_vote() {
    check("dam-vote");
}

#[test]
fn dock_strike() {
    check("dock-strike");
}
