//! The language bar: labels side by side that lead to other versions of the page.

use super::{Around, Block, Kind, Look, Zones};
use crate::lines;
use parallax_model::{Alternate, cut};

/// Labels that make a bar; one alone may be a word.
const LEAST: usize = 2;

/// Reads the first language bar above or below the article.
pub(super) fn read(blocks: &[Block], looks: &[Look], zones: &Zones, found: &mut Around) {
    let mut at = 0;
    while at < blocks.len() {
        if at == zones.body.start {
            at = zones.body.end.max(at + 1);
            continue;
        }
        let run = looks.iter().skip(at).take_while(|look| look.language.is_some()).count();
        let one_line = one_line(blocks.get(at));
        let entries: Vec<Alternate> = if run >= LEAST {
            (at..at + run).filter_map(|at| blocks.get(at)).filter_map(|b| entry(&b.text)).collect()
        } else {
            one_line
        };
        let used = run.max(1);
        if entries.len() >= LEAST {
            found.left.extend((at..at + used).map(|at| (at, Kind::LanguageBar)));
            if found.alternates.is_empty() {
                found.alternates = entries;
            }
        }
        at += used;
    }
}

fn entry(label: &str) -> Option<Alternate> {
    let language = lines::language_bar_entry(label)?;
    Some(Alternate { label: label.trim().to_owned(), language: language.to_owned(), url: None })
}

/// A bar on one line: `ҚАЗ | РУС | ENG`.
fn one_line(block: Option<&Block>) -> Vec<Alternate> {
    let Some(text) = block.map(|block| &block.text).filter(|text| text.len() <= 200) else {
        return Vec::new();
    };
    let parts = lines::segments(text);
    let labels: Vec<&str> = if parts.len() >= LEAST {
        parts.into_iter().map(|part| cut(text, part)).collect()
    } else {
        text.split_whitespace().collect()
    };
    let entries: Vec<Alternate> = labels.iter().filter_map(|label| entry(label)).collect();
    if entries.len() == labels.len() { entries } else { Vec::new() }
}
