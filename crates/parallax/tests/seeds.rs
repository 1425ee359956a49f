//! The two real captures that come first: what works, works on them.
//!
//! They lie beside the repository and stay out of it; where they are absent the test says so and passes.

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// Figures of the scorer, and the least each must be.
const BARS: &[(&str, f64)] = &[
    ("headline_exact", 100.0),
    ("published", 100.0),
    ("outlet_exact", 100.0),
    ("byline_f1", 100.0),
    ("caption_f1", 100.0),
    ("credit_f1", 100.0),
    ("related_f1", 100.0),
    ("grouping_bcubed_f1", 100.0),
    ("quotation_group_f1", 100.0),
    ("citation_f1", 100.0),
    ("earlier_f1", 100.0),
    ("body_f1", 99.0),
    ("tags_f1", 80.0),
    ("quotation_f1", 90.0),
    ("speaker_accuracy", 90.0),
    ("date_f1", 90.0),
    ("entity_forms_f1", 85.0),
    ("claim_pair_f1", 70.0),
];

#[test]
fn the_seeds_are_read_and_compared_as_a_careful_reader_would() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let (seeds, scorer) = (shared.join("seeds"), shared.join("bench/stories/score.py"));
    let python = Command::new("python3").arg("--version").output().is_ok();
    if !seeds.is_dir() || !scorer.is_file() || !python {
        let why =
            if python { "the seeds are not beside the repository" } else { "python3 is missing" };
        // Past the test harness, which would swallow it.
        let _ = writeln!(
            std::io::stderr(),
            "\n*** SKIPPED: {why}; nothing was checked on real captures ***\n"
        );
        return;
    }
    let scores = scored(&seeds, &scorer);
    for (figure, least) in BARS {
        let value = scores[*figure].as_f64().unwrap_or(0.0);
        assert!(value >= *least, "{figure} is {value}, the bar is {least}");
    }
    for figure in ["not_body_leaks", "difference_traps", "false_conflicts"] {
        assert_eq!(scores[figure].as_f64(), Some(0.0), "{figure}");
    }
    assert_eq!(scores["difference_p"].as_f64(), Some(100.0), "a difference that is none");
    assert_eq!(
        scores["difference_by_kind"]["quotation"][1].as_f64(),
        Some(100.0),
        "the changed quotation"
    );
}

fn scored(seeds: &Path, scorer: &Path) -> Value {
    let mut pages: Vec<PathBuf> = fs::read_dir(seeds)
        .expect("the seeds can be listed")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    pages.sort();
    let told = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["story", "--json"])
        .args(&pages)
        .output()
        .expect("the program runs");
    let out = tempfile::NamedTempFile::new().expect("a file can be made");
    fs::write(out.path(), &told.stdout).expect("a file can be written");
    let printed = Command::new("python3").arg(scorer).arg(out.path()).arg(seeds).output();
    let printed =
        String::from_utf8(printed.expect("the scorer runs").stdout).expect("it prints text");
    let last = printed.lines().last().expect("it prints figures");
    serde_json::from_str(last).expect("its last line is JSON")
}
