//! Who said what: each utterance in its fullest wording, and how others give it.

use super::{
    Excerpt,
    bare::{bare, spelled},
    changed,
};
use crate::{days, labels};
use parallax_model::{Edition, QuotationGroup, QuotationKind, QuotationVariant, Span, ToldStory};
use std::collections::{BTreeMap, BTreeSet};

/// Fewer words in common than these are chance: “Never.” after “I never said so”.
const REPEATED_WORDS: usize = 3;

/// Someone with their utterances.
#[derive(Debug)]
pub(crate) struct Speaker<'a> {
    /// `None` where the articles name nobody.
    pub(crate) name: Option<&'a str>,
    pub(crate) said: Vec<Said<'a>>,
}

/// One utterance.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    pub(crate) fullest: Wording<'a>,
    /// Other outlets with the same words.
    pub(crate) also: Vec<&'a str>,
    /// Other wordings.
    pub(crate) variants: Vec<Variant<'a>>,
}

/// Another wording of an utterance.
#[derive(Debug)]
pub(crate) struct Variant<'a> {
    pub(crate) how: How,
    /// Every outlet that has it.
    pub(crate) outlets: Vec<&'a str>,
    /// When it came out, where the outlet gives the fullest wording too.
    published: Option<String>,
    pub(crate) wording: Wording<'a>,
}

/// The words of an utterance in one article: more than one piece where a cue parts them.
#[derive(Debug)]
pub(crate) struct Wording<'a> {
    /// In document order; never empty.
    pub(crate) pieces: Vec<Piece<'a>>,
    /// The words that stand otherwise in another wording.
    pub(crate) changed: Vec<Span>,
    /// Words in marks inside reported words, which are shown with them.
    inside: Vec<Piece<'a>>,
}

/// Words that stand together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) excerpt: Excerpt<'a>,
    /// Whether the article puts them in quotation marks.
    pub(crate) marked: bool,
    /// Whether some of them stand in marks.
    holds_marks: bool,
}

/// How a wording stands to the fullest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// A part of it.
    Cut,
    /// Other words.
    Changed,
    /// In another language.
    Translated,
    /// Told without quotation marks.
    Reported,
}

impl How {
    /// The contract's word.
    const fn name(self) -> &'static str {
        match self {
            Self::Cut => "cut",
            Self::Changed => "changed",
            Self::Translated => "translated",
            Self::Reported => "reported",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Cut => "cut",
            Self::Changed => "other words",
            Self::Translated => "another language",
            Self::Reported => "reported",
        }
    }
}

/// Speakers, most widely quoted first; those not named last.
///
/// What only one origin reports without marks is a sentence of its account and stands there.
pub(super) fn all<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Speaker<'a>> {
    let mut speakers: Vec<Speaker<'a>> = Vec::new();
    for group in &told.comparison.quotations {
        let name = group.speaker_name.as_deref();
        let said = Said::new(edition, group);
        if said.is_report() && origins(told, group) < 2 {
            continue;
        }
        match speakers.iter_mut().find(|speaker| speaker.name == name) {
            Some(speaker) => speaker.said.push(said),
            None => speakers.push(Speaker { name, said: vec![said] }),
        }
    }
    speakers.sort_by_key(|speaker| (speaker.name.is_none(), usize::MAX - speaker.width()));
    speakers
}

/// How each variant's article gives the utterance: `whole`, or what became of it there.
pub(crate) fn ways(edition: &Edition, group: &QuotationGroup) -> Vec<&'static str> {
    let fullest = Wording::new(edition, group, group.variants[group.fullest].article);
    let mut known: BTreeMap<usize, &'static str> = BTreeMap::new();
    let variants = group.variants.iter();
    let how = variants.map(|variant| {
        *known.entry(variant.article).or_insert_with(|| {
            let own = Wording::new(edition, group, variant.article);
            own.against(&fullest).map_or("whole", How::name)
        })
    });
    how.collect()
}

/// How many independent origins carry the utterance.
fn origins(told: &ToldStory, group: &QuotationGroup) -> usize {
    let origins = group.variants.iter().map(|variant| told.story.origin_of(variant.article));
    origins.collect::<BTreeSet<_>>().len()
}

impl Speaker<'_> {
    /// In how many outlets one utterance stands, at most.
    fn width(&self) -> usize {
        let outlets = |said: &Said<'_>| {
            let others = said.variants.iter().map(|variant| variant.outlets.len());
            1 + said.also.len() + others.sum::<usize>()
        };
        let widths = self.said.iter().map(outlets);
        widths.max().unwrap_or_default()
    }
}

impl<'a> Variant<'a> {
    /// `cut in Courier, Post`, with each name as `named` dresses it.
    pub(crate) fn label(&self, named: impl Fn(&'a str) -> String) -> String {
        let names: Vec<String> = self.outlets.iter().map(|name| named(name)).collect();
        let published = self.published.as_ref().map(|time| format!(" on {time}"));
        format!("{} in {}{}", self.how.label(), labels::row(&names), published.unwrap_or_default())
    }
}

impl<'a> Said<'a> {
    fn new(edition: &'a Edition, group: &QuotationGroup) -> Self {
        let fullest = group.variants[group.fullest].article;
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for article in articles(group) {
            let wording = Wording::new(edition, group, article);
            if article == fullest { own.push(wording) } else { others.push(wording) }
        }
        let fullest = own.pop().expect("the fullest wording is one of the variants");
        let mut said = Self { fullest, also: Vec::new(), variants: Vec::new() };
        for wording in others {
            said.add(wording);
        }
        said
    }

    /// Told without marks everywhere.
    fn is_report(&self) -> bool {
        let others = self.variants.iter().map(|variant| &variant.wording);
        !std::iter::once(&self.fullest).chain(others).any(Wording::is_marked)
    }

    /// The outlets with the fullest wording.
    pub(crate) fn outlets(&self) -> Vec<&'a str> {
        std::iter::once(self.fullest.outlet()).chain(self.also.iter().copied()).collect()
    }

    fn add(&mut self, mut wording: Wording<'a>) {
        let outlet = wording.outlet();
        let Some(how) = wording.against(&self.fullest) else {
            if outlet != self.fullest.outlet() && !self.also.contains(&outlet) {
                self.also.push(outlet);
            }
            return;
        };
        let words = wording.words();
        let mut known = self.variants.iter_mut();
        if let Some(same) = known.find(|other| other.how == how && other.wording.words() == words) {
            if !same.outlets.contains(&outlet) {
                same.outlets.push(outlet);
            }
            return;
        }
        let stamp = wording.pieces[0].excerpt.read.article.published.as_ref();
        let published = stamp
            .filter(|_| outlet == self.fullest.outlet())
            .map(|stamp| days::short(&stamp.to_string()));
        if how == How::Changed {
            let [full, own] = match (self.fullest.spoken(), wording.spoken()) {
                // What the outlets say around the speaker's words is theirs to choose.
                (full, own) if !full.is_empty() && !own.is_empty() => changed::words(&full, &own),
                _ => changed::words(&self.fullest.pieces, &wording.pieces),
            };
            self.fullest.changed.extend(full);
            wording.changed = own;
        }
        self.variants.push(Variant { how, outlets: vec![outlet], published, wording });
    }
}

/// The articles that give the utterance, each once, in the group's order.
fn articles(group: &QuotationGroup) -> Vec<usize> {
    let mut articles: Vec<usize> = group.variants.iter().map(|variant| variant.article).collect();
    let mut seen = BTreeSet::new();
    articles.retain(|article| seen.insert(*article));
    articles
}

impl<'a> Wording<'a> {
    /// What `article` gives of the utterance, each part once.
    fn new(edition: &'a Edition, group: &QuotationGroup, article: usize) -> Self {
        let variants = group.variants.iter().filter(|variant| variant.article == article);
        let mut given: Vec<Piece<'a>> =
            variants.map(|variant| Piece::new(edition, variant)).collect();
        // The longest first, so that a repeated fragment falls away and not the whole.
        given.sort_by_key(|piece| (usize::MAX - piece.excerpt.span.len(), piece.excerpt.span));
        let (mut pieces, mut inside): (Vec<Piece<'a>>, Vec<Piece<'a>>) = (Vec::new(), Vec::new());
        for piece in given {
            if pieces.iter().any(|known| known.repeats(&piece)) {
                continue;
            }
            match pieces.iter_mut().find(|known| known.holds(&piece)) {
                // A word or two in marks inside reported words, which are shown with them.
                Some(whole) => {
                    whole.holds_marks |= piece.marked;
                    inside.extend(piece.marked.then_some(piece));
                }
                None => pieces.push(piece),
            }
        }
        pieces.sort_by_key(|piece| piece.excerpt.span);
        inside.sort_by_key(|piece| piece.excerpt.span);
        Self { pieces, changed: Vec::new(), inside }
    }

    /// The words in marks.
    fn spoken(&self) -> Vec<Piece<'a>> {
        let marked = self.pieces.iter().filter(|piece| piece.marked);
        let mut spoken: Vec<Piece<'a>> = marked.chain(&self.inside).copied().collect();
        spoken.sort_by_key(|piece| piece.excerpt.span);
        spoken
    }

    pub(crate) fn outlet(&self) -> &'a str {
        self.pieces[0].excerpt.outlet()
    }

    fn is_marked(&self) -> bool {
        self.pieces.iter().any(|piece| piece.marked || piece.holds_marks)
    }

    fn language(&self) -> &'a str {
        &self.pieces[0].excerpt.read.article.language
    }

    /// Its words alone, over all pieces.
    fn words(&self) -> String {
        let pieces: Vec<String> =
            self.pieces.iter().map(|piece| spelled(piece.excerpt.text())).collect();
        pieces.join(" ")
    }

    /// How it stands to the fullest wording; `None` for the same words.
    fn against(&self, fullest: &Self) -> Option<How> {
        let full = fullest.words();
        let cut = |piece: &Piece<'a>| holds(&full, &spelled(piece.excerpt.text()));
        if self.language() != fullest.language() {
            Some(How::Translated)
        } else if self.words() == full {
            None
        } else if self.pieces.iter().all(cut) {
            Some(How::Cut)
        } else if self.is_marked() {
            Some(How::Changed)
        } else {
            Some(How::Reported)
        }
    }
}

impl<'a> Piece<'a> {
    fn new(edition: &'a Edition, variant: &QuotationVariant) -> Self {
        let excerpt = Excerpt::new(edition, variant.article, variant.span);
        let mut known = excerpt.read.annotations.quotations.iter();
        let kind = known.find(|known| known.span == variant.span).map(|known| known.kind);
        Self {
            excerpt: excerpt.without_comma(),
            marked: kind != Some(QuotationKind::Indirect),
            holds_marks: false,
        }
    }
}

impl Piece<'_> {
    /// Whether `other`, of the same article, stands inside these words.
    fn holds(&self, other: &Self) -> bool {
        self.excerpt.span.contains(other.excerpt.span)
    }

    /// Whether `other` gives these words, or some of them, a second time.
    fn repeats(&self, other: &Self) -> bool {
        let (own, part) = (bare(self.excerpt.text()), bare(other.excerpt.text()));
        own == part || (part.split(' ').count() >= REPEATED_WORDS && holds(&own, &part))
    }
}

/// Whether `part` stands in `full`, from a word's start to a word's end.
fn holds(full: &str, part: &str) -> bool {
    let unspaced = part.chars().any(|letter| ('\u{2e80}'..='\u{3ffff}').contains(&letter));
    if unspaced { full.contains(part) } else { format!(" {full} ").contains(&format!(" {part} ")) }
}
