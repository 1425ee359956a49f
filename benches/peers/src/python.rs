//! The peers written in Python, in a child process that answers line by line.

use crate::{
    contender::{About, Contender, Reading},
    script::Script,
    set::Set,
};
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::{cell::RefCell, collections::BTreeMap, path::Path, rc::Rc, time::Duration};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers.py");

/// Names as `peers.py` knows them, names in the table, what they give, how they are called.
const PEERS: [(&str, &str, &str, &str); 2] = [
    (
        "trafilatura",
        "trafilatura (Python)",
        "title, author, date, sitename, description, categories, tags, license, language, image, url",
        "with metadata, no comments",
    ),
    (
        "resiliparse",
        "resiliparse (C++)",
        "none: text only",
        "main content, no alt texts, no bullets",
    ),
];

#[derive(Deserialize)]
#[serde(untagged)]
enum Found {
    Version(String),
    Missing { missing: String },
}

#[derive(Deserialize)]
struct Answer {
    seconds: Vec<f64>,
    texts: Vec<Option<String>>,
}

/// The Python peers that are installed; one that is not is named on standard error.
pub(crate) fn all(set: &Set, python: &Path) -> Result<Vec<Box<dyn Contender>>> {
    let mut script = Script::start(python, SCRIPT)?;
    let pages: Vec<&str> = set.pages.iter().map(|page| page.html.as_str()).collect();
    let mut found: BTreeMap<String, Found> = script.ask(&pages)?;
    let script = Rc::new(RefCell::new(script));
    let mut contenders: Vec<Box<dyn Contender>> = Vec::new();
    for (key, name, fields, settings) in PEERS {
        match found.remove(key) {
            Some(Found::Version(version)) => {
                let about = About { name, version, fields, settings, ours: false };
                contenders.push(Box::new(Peer { about, key, script: Rc::clone(&script) }));
            }
            Some(Found::Missing { missing }) => eprintln!("left out: {name} ({missing})"),
            None => eprintln!("left out: {name} (unknown to peers.py)"),
        }
    }
    Ok(contenders)
}

struct Peer {
    about: About,
    key: &'static str,
    script: Rc<RefCell<Script>>,
}

impl Contender for Peer {
    fn about(&self) -> &About {
        &self.about
    }

    fn read(&mut self, _: &Set, places: &[usize]) -> Result<Vec<Reading>> {
        let wanted = serde_json::json!({ "peer": self.key, "places": places });
        let answer: Answer = self.script.borrow_mut().ask(&wanted)?;
        ensure!(
            answer.seconds.len() == places.len() && answer.texts.len() == places.len(),
            "{} did not answer for every page",
            self.about.name
        );
        let rows = answer.seconds.into_iter().zip(answer.texts);
        Ok(rows
            .map(|(seconds, text)| Reading { took: Duration::from_secs_f64(seconds), text })
            .collect())
    }
}
