//! A story in the one order of reading, as places in its articles: without a label, for who has
//! labels of their own.

use crate::reading::{self, Excerpt, How, Reading};
use parallax_model::{
    ClaimId, DifferenceKind, Edition, Nature, Precision, ReadArticle, Span, ToldStory,
};
use std::collections::BTreeMap;

/// One story in the order of reading: nothing is told twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// What happened.
    pub lead: Option<Claimed>,
    /// Where the accounts part; conflicts first.
    pub partings: Vec<Parting>,
    /// Carried by every origin that could be compared.
    pub all: Vec<Claimed>,
    /// Carried by two or more, not by all.
    pub several: Vec<Claimed>,
    /// What one origin alone tells, by origin.
    pub alone: Vec<Alone>,
    /// What came before or stands behind.
    pub background: Vec<Claimed>,
    /// What was said, by speaker.
    pub speakers: Vec<Speaker>,
    /// What happened when.
    pub days: Vec<Day>,
}

/// Words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the article in the edition.
    pub article: usize,
    /// Where in its text.
    pub span: Span,
}

/// A claim, or several that one sentence tells, in one outlet's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The claim, or the first of them.
    pub claim: ClaimId,
    /// The words.
    pub words: Place,
    /// Other wordings of it.
    pub others: Vec<Place>,
    /// Who is said to say so, where the words do not name them.
    pub according_to: Option<String>,
    /// Origins that came out later and do not tell it, by name.
    pub not_in: Vec<String>,
    /// Origins that came out before it was told.
    pub too_early: Vec<String>,
}

/// What one origin alone tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Index of the origin in its story.
    pub origin: usize,
    /// Whether it was not compared, being in a language that no other account shares.
    pub apart: bool,
    /// Origins all of whose articles came out before the first of this one, by their places in
    /// the story.
    pub later_than: Vec<usize>,
    /// What it tells.
    pub told: Vec<Claimed>,
}

/// Sentences that part, and in what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// In what: more than one thing where the same sentences part in several.
    pub points: Vec<Point>,
    /// The sentences: two or more.
    pub sides: Vec<Side>,
    /// Other outlets that tell it without taking a side.
    pub also: Vec<String>,
}

/// What accounts part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is about, in an article's words, where the values do not say so themselves.
    pub about: Option<Place>,
    /// What differs.
    pub kind: DifferenceKind,
    /// What sort of difference it is.
    pub nature: Nature,
    /// The claim, by its place among the story's.
    pub claim: Option<usize>,
    /// The values, one for each side, where they are short.
    pub values: Vec<Place>,
}

/// One side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The sentence.
    pub words: Place,
    /// The words that differ.
    pub marks: Vec<Span>,
    /// Other outlets on the same side.
    pub also: Vec<String>,
}

/// Somebody, or nobody who is named, and what they said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Their name.
    pub name: Option<String>,
    /// What they said.
    pub said: Vec<Said>,
}

/// One utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The fullest wording.
    pub fullest: Wording,
    /// Other outlets that have it so.
    pub also: Vec<String>,
    /// Other wordings.
    pub variants: Vec<Variant>,
}

/// Another wording of an utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// How it stands to the fullest.
    pub way: Way,
    /// Who has it so.
    pub outlets: Vec<String>,
    /// The wording.
    pub wording: Wording,
}

/// How a wording stands to the fullest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Only a part of its words.
    Cut,
    /// Other words.
    Changed,
    /// In another language.
    Translated,
    /// Reported without marks.
    Reported,
}

/// An utterance as one article gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The pieces, in order, and whether each stands in quotation marks.
    pub pieces: Vec<(Place, bool)>,
    /// Words that another wording has otherwise.
    pub changed: Vec<Span>,
}

/// A day, or another time, and what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// As TIMEX3 has it.
    pub value: String,
    /// What happened, each in the words of one and with the others who tell it.
    pub moments: Vec<Moment>,
    /// How many of these are told by most; the rest is for who wants all of a busy day.
    pub foremost: usize,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The words.
    pub words: Place,
    /// All who tell it.
    pub outlets: Vec<String>,
    /// How exact the time is.
    pub precision: Precision,
    /// Articles that tell it, by index.
    pub articles: Vec<usize>,
}

impl Telling {
    /// Arranges a story of an edition.
    pub fn of(edition: &Edition, told: &ToldStory) -> Self {
        let reading = Reading::of(edition, told);
        let places = Places::of(edition, told);
        let claimed = |claims: &[reading::Told<'_>]| -> Vec<Claimed> {
            claims.iter().filter_map(|claim| places.claimed(claim)).collect()
        };
        let alone = reading.alone.iter().map(|alone| Alone {
            origin: alone.origin,
            apart: alone.apart.is_some(),
            later_than: alone.after.clone(),
            told: claimed(&alone.told),
        });
        let lead = reading.lead.as_ref().and_then(|lead| places.claimed(&lead.told));
        Self {
            lead,
            partings: reading.partings.iter().map(|parting| places.parting(parting)).collect(),
            all: claimed(&reading.all),
            several: claimed(&reading.several),
            alone: alone.collect(),
            background: claimed(&reading.background),
            speakers: reading.speakers.iter().map(|speaker| places.speaker(speaker)).collect(),
            days: reading.timeline.iter().map(|day| places.day(day, told)).collect(),
        }
    }
}

/// A statement as it is read alone: with the rest of its quotation, without the dateline before it.
pub fn whole(read: &ReadArticle, span: Span) -> Span {
    Excerpt { read, span }.whole().span
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Where each article stands in its edition, and which claim each id names.
struct Places {
    articles: BTreeMap<*const ReadArticle, usize>,
    claims: BTreeMap<String, ClaimId>,
}

impl Places {
    fn of(edition: &Edition, told: &ToldStory) -> Self {
        let articles = edition.articles.iter().enumerate();
        let claims = told.comparison.claims.iter().map(|claim| (claim.id.to_string(), claim.id));
        Self {
            articles: articles.map(|(at, read)| (std::ptr::from_ref(read), at)).collect(),
            claims: claims.collect(),
        }
    }

    fn place(&self, excerpt: &Excerpt<'_>) -> Place {
        let article = self.articles.get(&std::ptr::from_ref(excerpt.read));
        Place {
            article: *article.expect("an excerpt is of an article of the edition"),
            span: excerpt.span,
        }
    }

    fn claimed(&self, told: &reading::Told<'_>) -> Option<Claimed> {
        Some(Claimed {
            claim: *self.claims.get(&told.id)?,
            words: self.place(&told.excerpt),
            others: told.others.iter().map(|other| self.place(other)).collect(),
            according_to: told.according_to.map(str::to_owned),
            not_in: owned(&told.silence.not_in),
            too_early: owned(&told.silence.too_early),
        })
    }

    fn parting(&self, parting: &reading::Parting<'_>) -> Parting {
        let points = parting.points.iter().map(|point| Point {
            about: point.about.as_ref().map(|about| self.place(about)),
            kind: point.kind,
            nature: point.nature,
            claim: point.claim,
            values: point.values.iter().map(|value| self.place(value)).collect(),
        });
        let sides = parting.sides.iter().map(|side| Side {
            words: self.place(&side.sentence),
            marks: side.marks.clone(),
            also: owned(side.others()),
        });
        Parting { points: points.collect(), sides: sides.collect(), also: owned(&parting.also) }
    }

    fn speaker(&self, speaker: &reading::Speaker<'_>) -> Speaker {
        let said = speaker.said.iter().map(|said| Said {
            fullest: self.wording(&said.fullest),
            also: owned(&said.also),
            variants: said
                .variants
                .iter()
                .map(|variant| Variant {
                    way: match variant.how {
                        How::Cut => Way::Cut,
                        How::Changed => Way::Changed,
                        How::Translated => Way::Translated,
                        How::Reported => Way::Reported,
                    },
                    outlets: owned(&variant.outlets),
                    wording: self.wording(&variant.wording),
                })
                .collect(),
        });
        Speaker { name: speaker.name.map(str::to_owned), said: said.collect() }
    }

    fn wording(&self, wording: &reading::Wording<'_>) -> Wording {
        let pieces = wording.pieces.iter();
        Wording {
            pieces: pieces.map(|piece| (self.place(&piece.excerpt), piece.marked)).collect(),
            changed: wording.changed.clone(),
        }
    }

    fn day(&self, day: &reading::Day<'_>, told: &ToldStory) -> Day {
        let moments = day.moments.iter().chain(&day.folded).map(|moment| {
            let words = self.place(&moment.excerpt);
            let entry = told.comparison.timeline.iter().find(|entry| {
                entry.value == day.value
                    && entry.text.0 == words.article
                    && words.span.overlaps(entry.text.1)
            });
            Moment {
                words,
                outlets: owned(&moment.outlets()),
                precision: entry.map_or(Precision::Day, |entry| entry.precision),
                articles: entry.map_or_else(Vec::new, |entry| entry.articles.clone()),
            }
        });
        Day { value: day.value.to_owned(), moments: moments.collect(), foremost: day.moments.len() }
    }
}
