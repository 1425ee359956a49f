//! `make score`: every figure that the scorers beside the measured sets give.
//!
//! Sets are found by the shape of their files, not by name, so that another
//! folder of the same layout is measured in the same way. Each scorer is the
//! `score.py` in the folder of its set.

mod align;
mod claims;
pub(crate) mod clustering;
mod coref;
mod events;
mod extraction;
mod figures;
mod langid;
mod ner;
mod predicates;
mod quotes;
mod scorer;
mod sets;
mod stories;
pub(crate) mod text;
mod time;
mod treebank;

use anyhow::{Context, Result};
use figures::Figures;
use sets::Set;
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Measures everything found under `shared` and writes `docs/scores.md` and `target/scores.json`.
pub(crate) fn run(shared: &Path) -> ExitCode {
    match measured(shared) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("score: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measured(shared: &Path) -> Result<()> {
    if !shared.is_dir() {
        println!("SKIPPED: {} is not there; nothing was measured", shared.display());
        return Ok(());
    }
    let whole = shared.join("bench").is_dir();
    let bench = if whole { shared.join("bench") } else { shared.to_owned() };
    let work = PathBuf::from("target/score");
    fs::create_dir_all(&work).with_context(|| format!("cannot make {}", work.display()))?;

    let mut figures = Figures::default();
    if whole {
        measure(
            &Set::Stories {
                name: "seeds".to_owned(),
                folders: vec![shared.join("seeds")],
                scorer: bench.join("stories/score.py"),
            },
            &work,
            &mut figures,
        );
        for (name, part) in [("stories/own", "read"), ("stories/unread", "unread")] {
            let own = Set::Stories {
                name: name.to_owned(),
                folders: sets::own_stories(part)?,
                scorer: bench.join("stories/score.py"),
            };
            measure(&own, &work, &mut figures);
        }
    }
    for set in sets::sets(&bench)? {
        measure(&set, &work, &mut figures);
    }
    if whole {
        for set in sets::treebanks(&shared.join("train"))? {
            measure(&set, &work, &mut figures);
        }
    }
    print!("{}", figures.table());
    fs::write("target/scores.json", figures.json())?;
    if whole {
        fs::write("docs/scores.md", figures.report()?)?;
        println!("\nwritten: docs/scores.md, target/scores.json");
    } else {
        println!("\nwritten: target/scores.json (docs/scores.md is for the development sets)");
    }
    Ok(())
}

/// Measures one set; a set that cannot be measured is said so and the rest goes on.
fn measure(set: &Set, work: &Path, figures: &mut Figures) {
    eprintln!("measuring {}", set.name());
    let before = figures.len();
    let done = match set {
        Set::Stories { name, folders, scorer } => {
            stories::measure(name, folders, scorer, work, figures)
        }
        Set::Pages { name, folder, scorer } => {
            extraction::measure(name, folder, scorer, work, figures)
        }
        Set::Clusters { name, file, scorer } => {
            clustering::clusters(name, file, scorer, work, figures)
        }
        Set::Copies { name, file, scorer } => clustering::copies(name, file, scorer, work, figures),
        Set::Pairs { name, file, scorer } => clustering::pairs(name, file, scorer, work, figures),
        Set::Languages { name, file, scorer } => langid::measure(name, file, scorer, work, figures),
        Set::Names { name, file, scorer } => ner::measure(name, file, scorer, work, figures),
        Set::Quotations { name, file, scorer } => {
            quotes::measure(name, file, scorer, work, figures)
        }
        Set::Dates { name, file, scorer } => time::measure(name, file, scorer, work, figures),
        Set::Mentions { name, file, scorer } => coref::measure(name, file, scorer, work, figures),
        Set::Claims { name, file, scorer } => claims::measure(name, file, scorer, work, figures),
        Set::Links { name, file, scorer } => align::measure(name, file, scorer, work, figures),
        Set::Predicates { name, file, scorer } => {
            predicates::measure(name, file, scorer, work, figures)
        }
        Set::Events { name, file, scorer } => events::measure(name, file, scorer, work, figures),
        Set::Treebank { name, file } => treebank::measure(name, file, figures),
        Set::Other { name, why } => {
            figures.skip(name, why);
            Ok(())
        }
    };
    if let Err(error) = done {
        figures.skip(set.name(), &format!("{error:#}"));
    } else if figures.len() == before && !matches!(set, Set::Other { .. }) {
        figures.skip(set.name(), "no figures came back");
    }
}
