//! A fact that a person wrote down, in words, with where and when it was read.

use crate::{
    Address, Narrowing,
    facts::{Fact, FactKind},
    foreign::web,
    frame::{Frame, Moment},
};
use jiff::civil::Date;
use std::borrow::Cow;

/// A fact as the page tells it, or several of one sort that were read together.
pub(super) struct Told<'a> {
    pub(super) label: &'a str,
    /// Each with the way to stories of which the same is so, where there is one.
    pub(super) values: Vec<(Cow<'a, str>, Option<String>)>,
    /// The number of its source, from 1.
    pub(super) note: usize,
}

/// Where facts were read, and when.
pub(super) struct Source<'a> {
    pub(super) words: &'a str,
    /// To it, where a browser may be sent there.
    pub(super) link: Option<&'a str>,
    pub(super) read: Moment,
}

/// All that is known of an outlet, and where it was read.
pub(super) fn all<'a>(frame: &'a Frame, facts: &'a [Fact]) -> (Vec<Told<'a>>, Vec<Source<'a>>) {
    let together = |one: &Fact, other: &Fact| {
        (one.what, &one.source, one.read) == (other.what, &other.source, other.read)
    };
    let mut sources: Vec<(&str, Date)> = Vec::new();
    let told = facts.chunk_by(together).filter_map(|facts| {
        let source = facts.first().map(|fact| (fact.source.as_str(), fact.read))?;
        let at = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        told(frame, facts, at + 1)
    });
    let told = told.collect();
    (told, sources.into_iter().map(|(words, read)| source(frame, words, read)).collect())
}

fn source<'a>(frame: &Frame, words: &'a str, read: Date) -> Source<'a> {
    let iso = read.to_string();
    Source { words, link: web(words), read: Moment { words: frame.words.day(&iso), iso } }
}

fn told<'a>(frame: &'a Frame, facts: &'a [Fact], note: usize) -> Option<Told<'a>> {
    let fact = facts.first()?;
    Some(Told {
        label: frame.say(label(fact.what)),
        values: facts.iter().map(|fact| value(frame, fact)).collect(),
        note,
    })
}

fn value<'a>(frame: &'a Frame, fact: &'a Fact) -> (Cow<'a, str>, Option<String>) {
    let code = fact.value.as_str();
    let value = match fact.what {
        FactKind::Country => frame.words.country(code).into(),
        FactKind::Kind => frame.words.outlet_kind(code).into(),
        FactKind::Language => frame.words.language(code),
        FactKind::Owner | FactKind::Funding | FactKind::Founded => code.into(),
    };
    let narrowing = match fact.what {
        FactKind::Country => {
            Some(Narrowing { country: Some(code.to_owned()), ..Narrowing::default() })
        }
        FactKind::Kind => Some(Narrowing { kind: Some(code.to_owned()), ..Narrowing::default() }),
        _ => None,
    };
    let alike = narrowing.filter(|_| !frame.fixed);
    (value, alike.map(|narrowing| frame.to(&Address::Front(narrowing))))
}

/// By what a catalogue names what a fact is about.
const fn label(what: FactKind) -> &'static str {
    match what {
        FactKind::Country => "outlet-country",
        FactKind::Kind => "outlet-kind",
        FactKind::Language => "outlet-language",
        FactKind::Owner => "outlet-owner",
        FactKind::Funding => "outlet-funding",
        FactKind::Founded => "outlet-founded",
    }
}
