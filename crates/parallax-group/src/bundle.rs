//! Articles taken together.

#[cfg(feature = "serde")]
mod kept_tellings;

use crate::{
    meaning::Meaning,
    rarity::Rarity,
    signature::Signature,
    sum::Sum,
    vector::{self, Vector},
};

/// Figures of a bundle over which half of them, those that few articles tell, are dropped.
const MOST_FIGURES: usize = 1000;

/// One or more articles taken together.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default)]
pub(crate) struct Bundle {
    size: usize,
    /// What is told in each language, by language.
    #[cfg_attr(feature = "serde", serde(with = "kept_tellings"))]
    tellings: Vec<(&'static str, Telling)>,
    /// The sum of the vectors of names and numbers.
    neutral: Sum,
    /// The telling figures, each by how many articles tell it and how rare it is.
    figures: Vector,
    /// What it means, where an encoder was asked.
    meaning: Option<Meaning>,
    /// The first and the last day of publication.
    days: Option<(i64, i64)>,
}

/// What articles in one language tell.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default)]
pub(crate) struct Telling {
    /// The sum of the vectors of all words.
    pub(crate) words: Sum,
    /// The sum of the vectors of the words in headlines.
    pub(crate) title: Sum,
}

impl Telling {
    /// How far the headlines of the one are in the text of the other, and the other way
    /// round: the lesser. What tells two events of one kind apart stands in the headline.
    pub(crate) fn covered(&self, other: &Self) -> f32 {
        self.words.covers(&other.title).min(other.words.covers(&self.title))
    }
}

impl Bundle {
    /// A bundle of one article.
    pub(crate) fn of(signature: &Signature, rarity: &Rarity) -> Self {
        let sum = |terms| Sum::one(rarity.weigh(terms));
        let telling = Telling { words: sum(&signature.words), title: sum(&signature.title) };
        Self {
            size: 1,
            tellings: vec![(signature.language, telling)],
            neutral: sum(&signature.neutral),
            figures: rarity.weigh_figures(&signature.figures),
            meaning: signature.embedding.as_ref().map(Meaning::of),
            days: signature.day.map(|day| (day, day)),
        }
    }

    /// How many articles it holds.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// What is told in each language, by language.
    pub(crate) fn tellings(&self) -> &[(&'static str, Telling)] {
        &self.tellings
    }

    /// What is told in `language`, where anything is.
    pub(crate) fn told_in(&self, language: &str) -> Option<&Telling> {
        let at = self.tellings.binary_search_by_key(&language, |(known, _)| known).ok()?;
        self.tellings.get(at).map(|(_, telling)| telling)
    }

    /// The names and numbers.
    pub(crate) fn neutral(&self) -> &Sum {
        &self.neutral
    }

    /// The telling figures that a pair of an article of the one and one of the other share, on average.
    pub(crate) fn shared_figures(&self, other: &Self) -> f32 {
        let mut shared = 0.0;
        vector::shared(&self.figures, &other.figures, |_, both| shared += both);
        shared / (self.size * other.size).max(1) as f32
    }

    /// What an encoder made of it.
    pub(crate) fn meaning(&self) -> Option<&Meaning> {
        self.meaning.as_ref()
    }

    /// Takes in the articles of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.size += other.size;
        for (language, telling) in &other.tellings {
            match self.tellings.binary_search_by_key(language, |(known, _)| known) {
                Ok(at) => {
                    self.tellings[at].1.words.add(&telling.words);
                    self.tellings[at].1.title.add(&telling.title);
                }
                Err(at) => self.tellings.insert(at, (language, telling.clone())),
            }
        }
        self.neutral.add(&other.neutral);
        self.figures = vector::added(&self.figures, &other.figures).0;
        if self.figures.len() > MOST_FIGURES {
            self.figures = vector::heaviest(&self.figures, MOST_FIGURES / 2);
            self.figures.sort_unstable_by_key(|&(key, _)| key);
        }
        match (&mut self.meaning, &other.meaning) {
            (Some(ours), Some(theirs)) => ours.add(theirs),
            (Some(_), None) => {}
            (ours, theirs) => ours.clone_from(theirs),
        }
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (days, None) | (None, days) => days,
        };
    }

    /// The same without the articles of `other`, which are among its own; days stay.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let mut rest = self.clone();
        rest.size = rest.size.saturating_sub(other.size);
        for (language, telling) in &other.tellings {
            if let Ok(at) = rest.tellings.binary_search_by_key(language, |(known, _)| known) {
                rest.tellings[at].1.words.take_out(&telling.words);
                rest.tellings[at].1.title.take_out(&telling.title);
            }
        }
        rest.neutral.take_out(&other.neutral);
        let less: Vector = other.figures.iter().map(|&(key, weight)| (key, -weight)).collect();
        rest.figures = vector::added(&rest.figures, &less).0;
        rest.figures.retain(|(_, weight)| *weight > 1e-6);
        if let (Some(ours), Some(theirs)) = (&mut rest.meaning, &other.meaning) {
            ours.take_out(theirs);
        }
        rest.tellings.retain(|(_, telling)| telling.words.count() > 0.0);
        rest.meaning = rest.meaning.filter(|meaning| meaning.count() > 0.0);
        rest
    }

    /// Whole days between the two; 0 where they overlap, none where one has no date.
    pub(crate) fn days_apart(&self, other: &Self) -> Option<f32> {
        let (Some((a, b)), Some((c, d))) = (self.days, other.days) else { return None };
        Some(c.saturating_sub(b).max(a.saturating_sub(d)).max(0) as f32)
    }
}
