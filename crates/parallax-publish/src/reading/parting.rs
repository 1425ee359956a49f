//! Where accounts part: the sentences side by side, with the words that differ.

use super::{Excerpt, claims, distinct_outlets, shown::Shown};
use crate::{days, labels};
use parallax_model::{
    Difference, DifferenceKind, DifferenceValue, Edition, Nature, Span, ToldStory,
};

/// Values of more letters than these are sentences, and are read in their columns.
const SHORT: usize = 48;

/// One or more differences between the same sentences.
#[derive(Debug)]
pub(crate) struct Parting<'a> {
    pub(crate) points: Vec<Point<'a>>,
    pub(crate) sides: Vec<Side<'a>>,
    /// Other outlets that tell of it, without taking a side.
    pub(crate) also: Vec<&'a str>,
}

/// What differs.
#[derive(Debug)]
pub(crate) struct Point<'a> {
    /// The words of an article that say what it is about.
    pub(crate) about: Option<Excerpt<'a>>,
    /// The values side by side, where they are short enough to be read so.
    pub(crate) values: Vec<Excerpt<'a>>,
    /// `number: in conflict`.
    pub(crate) label: String,
    pub(crate) conflict: bool,
    pub(crate) kind: DifferenceKind,
    pub(crate) nature: Nature,
    pub(crate) claim: Option<usize>,
}

/// One account's sentence.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    pub(crate) sentence: Excerpt<'a>,
    /// The words that differ.
    pub(crate) marks: Vec<Span>,
    /// Every outlet that has the same words there, the one whose sentence is shown first.
    outlets: Vec<&'a str>,
    /// When the article whose sentence is shown came out.
    pub(crate) published: Option<String>,
}

/// The differences of the story, conflicts first, then as compared.
pub(super) fn all<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Parting<'a>> {
    let mut partings: Vec<Parting<'a>> = Vec::new();
    for difference in &told.comparison.differences {
        let new = Parting::new(edition, told, difference);
        match partings.iter_mut().find(|known| known.same_sentences(&new)) {
            Some(known) => known.absorb(new),
            None => partings.push(new),
        }
    }
    partings.sort_by_key(|parting| !parting.points.iter().any(|point| point.conflict));
    partings
}

impl<'a> Parting<'a> {
    /// Notes the sentences of all sides.
    pub(super) fn show(&self, shown: &mut Shown) {
        for side in &self.sides {
            shown.add(&side.sentence);
        }
    }

    fn new(edition: &'a Edition, told: &'a ToldStory, difference: &'a Difference) -> Self {
        let sides = sides(edition, told, difference);
        let shown: Vec<&str> = sides.iter().flat_map(|side| side.outlets.clone()).collect();
        let claim = difference.claim.map(|index| &told.comparison.claims[index]);
        let values: Vec<Excerpt<'a>> = sides.iter().map(Side::value).collect();
        let point = Point::new(edition, difference, values);
        Self {
            points: vec![point],
            sides,
            also: claim.map_or_else(Vec::new, |claim| claims::others(edition, claim, &shown)),
        }
    }

    fn same_sentences(&self, other: &Self) -> bool {
        let key = |side: &Side<'a>| (side.sentence.read.article.id, side.sentence.span);
        self.sides.iter().map(key).eq(other.sides.iter().map(key))
    }

    fn absorb(&mut self, other: Self) {
        self.points.extend(other.points);
        for (side, more) in self.sides.iter_mut().zip(other.sides) {
            side.marks.extend(more.marks);
        }
    }
}

impl<'a> Point<'a> {
    fn new(edition: &'a Edition, difference: &Difference, values: Vec<Excerpt<'a>>) -> Self {
        let (article, span) = difference.about;
        let about = Excerpt::new(edition, article, span);
        let short = values.iter().all(|value| value.text().chars().count() <= SHORT);
        let same = |value: &Excerpt<'a>| undressed(value.text()) == undressed(about.text());
        // Names speak for themselves.
        let named = difference.kind == DifferenceKind::Name || values.iter().any(same);
        Self {
            about: (!short || !named).then_some(about),
            values: if short { values } else { Vec::new() },
            label: labels::difference(difference.kind, difference.nature),
            conflict: difference.nature == Nature::Conflict,
            kind: difference.kind,
            nature: difference.nature,
            claim: difference.claim,
        }
    }

    /// What it is about, else the first value.
    pub(crate) fn name(&self) -> &'a str {
        self.about.or(self.values.first().copied()).map_or("", |words| words.text())
    }
}

/// The values in order of publication, equal ones as one side.
fn sides<'a>(edition: &'a Edition, told: &ToldStory, difference: &Difference) -> Vec<Side<'a>> {
    let place = |value: &&DifferenceValue| {
        told.story.articles.iter().position(|&index| index == value.article)
    };
    let mut values: Vec<&DifferenceValue> = difference.values.iter().collect();
    values.sort_by_key(place);
    let mut groups: Vec<(String, Vec<&DifferenceValue>)> = Vec::new();
    for value in values {
        let words = undressed(edition.articles[value.article].article.words(value.span));
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.push(value),
            None => groups.push((words, vec![value])),
        }
    }
    groups.into_iter().map(|(_, group)| Side::new(edition, &group)).collect()
}

/// Words by which two values are the same: lower case, without stops and quotation marks at the
/// ends. Signs of amounts stay: `$5` is not `€5`.
pub(super) fn undressed(words: &str) -> String {
    const DRESS: [char; 18] =
        ['.', ',', ';', ':', '!', '?', '…', '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '(', ')'];
    words
        .trim_matches(|letter: char| letter.is_whitespace() || DRESS.contains(&letter))
        .to_lowercase()
}

impl<'a> Side<'a> {
    /// A side of equal values; `group` is never empty.
    fn new(edition: &'a Edition, group: &[&DifferenceValue]) -> Self {
        let first = group[0];
        let stamp = edition.articles[first.article].article.published.as_ref();
        Self {
            sentence: Excerpt::new(edition, first.article, first.span).sentence(),
            marks: vec![first.span],
            outlets: distinct_outlets(edition, group.iter().map(|value| value.article)),
            published: stamp.map(|stamp| days::short(&stamp.to_string())),
        }
    }

    /// The words that differ, where a side is new.
    fn value(&self) -> Excerpt<'a> {
        Excerpt { span: self.marks.first().copied().unwrap_or(self.sentence.span), ..self.sentence }
    }

    /// The outlet whose sentence is shown.
    pub(crate) fn outlet(&self) -> &'a str {
        self.sentence.outlet()
    }

    /// Whose words they are and when they came out: `Gazette, 4 Mar 2026; also Courier`.
    pub(crate) fn head(&self) -> String {
        format!("{}{}", self.outlet(), self.details())
    }

    /// `, 4 Mar 2026; also Courier`
    pub(crate) fn details(&self) -> String {
        let mut details = String::new();
        if let Some(published) = &self.published {
            details.push_str(", ");
            details.push_str(published);
        }
        if !self.others().is_empty() {
            details.push_str("; also ");
            details.push_str(&labels::row(self.others()));
        }
        details
    }

    /// Others with the same words there.
    pub(crate) fn others(&self) -> &[&'a str] {
        self.outlets.get(1..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_and_case_do_not_make_a_side() {
        assert_eq!(undressed("“Positive,”"), undressed("positive"));
    }

    #[test]
    fn signs_of_amounts_do() {
        assert_ne!(undressed("$5"), undressed("€5"));
        assert_ne!(undressed("-5"), undressed("5"));
    }
}
