//! How all this was made: by which program, by which rules, how often it is wrong, what it cannot do.

use super::html;
use crate::{Answer, Status, frame::Frame, library::Standing};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "made.html")]
struct Made<'a> {
    frame: &'a Frame,
    standing: Arc<Standing>,
    steps: [(&'a str, &'a str); 6],
    promises: [&'a str; 3],
    limits: [&'a str; 7],
    measured: Vec<(&'a str, String)>,
}

/// What was measured, as `make score` wrote it down for this version.
const SCORES: &str = include_str!("../../../../docs/scores.md");

/// What of it is told: stories marked by hand, to which nothing was fitted.
const MEASURED: &str = include_str!("../../data/measured.tsv");

pub(super) fn page(frame: &Frame) -> Answer {
    let frame = &frame.titled(frame.say("nav-made"));
    let Some(standing) = frame.standing.clone() else { return super::trouble::missing(frame) };
    let steps = [
        ("made-extract", "made-extract-what"),
        ("made-analyse", "made-analyse-what"),
        ("made-group", "made-group-what"),
        ("made-origins", "made-origins-what"),
        ("made-compare", "made-compare-what"),
        ("made-show", "made-show-what"),
    ];
    let told = MEASURED.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (section, rest) = line.split_once('\t')?;
        let (figure, key) = rest.split_once('\t')?;
        Some((frame.say(key), frame.words.percent(measured(section, figure)?)))
    });
    let page = Made {
        frame,
        standing,
        steps: steps.map(|(head, what)| (frame.say(head), frame.say(what))),
        promises: ["made-promise-words", "made-promise-same", "made-promise-careful"]
            .map(|key| frame.say(key)),
        limits: [
            "made-limit-languages",
            "made-limit-absence",
            "made-limit-first",
            "made-limit-conflicts",
            "made-limit-names",
            "made-limit-times",
            "made-limit-truth",
        ]
        .map(|key| frame.say(key)),
        measured: told.collect(),
    };
    html(Status::Here, frame.tongue, &page)
}

/// A figure of a section, in thousandths.
fn measured(section: &str, figure: &str) -> Option<u32> {
    let mut lines = SCORES.lines().skip_while(|line| line.strip_prefix("## ") != Some(section));
    lines.next()?;
    let own = lines.take_while(|line| !line.starts_with("## "));
    let mut cells = own.filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let (_, value) = cells.find(|(name, _)| *name == figure)?;
    let value = value.trim_end_matches(" |");
    let (whole, part) = value.split_once('.').unwrap_or((value, "0"));
    let tenth = part.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
    Some(whole.parse::<u32>().ok()? * 10 + tenth)
}

#[cfg(test)]
mod tests {
    use super::{MEASURED, measured};

    #[test]
    fn every_figure_that_is_told_was_measured() {
        for line in MEASURED.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let found = measured(fields[0], fields[1]);
            assert!(found.is_some_and(|figure| figure <= 1000), "{line}");
        }
    }
}
