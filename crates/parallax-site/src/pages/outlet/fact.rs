//! A fact that a person wrote down, in words, with where and when it was read.

use crate::{
    Address, Narrowing,
    facts::{Fact, FactKind},
    foreign::web,
    frame::{Frame, Moment},
};
use std::borrow::Cow;

/// A fact as the page tells it, or several of one sort that were read together.
pub(super) struct Told<'a> {
    pub(super) label: &'a str,
    /// Each with the way to stories of which the same is so, where there is one.
    pub(super) values: Vec<(Cow<'a, str>, Option<String>)>,
    pub(super) source: &'a str,
    /// To the source, where a browser may be sent there.
    pub(super) at_source: Option<&'a str>,
    pub(super) read: Moment,
}

/// All that is known of an outlet.
pub(super) fn all<'a>(frame: &'a Frame, facts: &'a [Fact]) -> Vec<Told<'a>> {
    let together = |one: &Fact, other: &Fact| {
        (one.what, &one.source, one.read) == (other.what, &other.source, other.read)
    };
    facts.chunk_by(together).filter_map(|facts| told(frame, facts)).collect()
}

fn told<'a>(frame: &'a Frame, facts: &'a [Fact]) -> Option<Told<'a>> {
    let fact = facts.first()?;
    let iso = fact.read.to_string();
    Some(Told {
        label: frame.say(label(fact.what)),
        values: facts.iter().map(|fact| value(frame, fact)).collect(),
        source: &fact.source,
        at_source: web(&fact.source),
        read: Moment { words: frame.words.day(&iso), iso },
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
