//! How likely two bundles tell of one event.
//!
//! Within one language a bar on bare likeness is asked, chosen by hand: it carries over
//! to news that nothing was learned from. Across languages, where little is shared, learned
//! trees decide.

use crate::{
    bundle::Bundle,
    traits::{self, Traits},
    trees::{JUDGE, Trees},
};

/// Days that two tellings of one event may lie apart without any doubt.
const SAME_DAYS: f32 = 1.5;

/// What every further day takes off, in logits: a follow-up a week later still
/// belongs, the same quarrel next season does not.
const A_DAY: f32 = 0.2;

/// What is taken off what the trees say: a wrong merge is worse than a missed one. This and
/// what follows was chosen on clusters of English, Vietnamese and Russian news and of
/// translated articles.
const CAUTION: f32 = 1.5;

/// How alike two large bundles must be to be one event, in a large run; how much
/// more in a run of few, which says little of what is common, and for single articles.
const LEAST: f32 = 0.19;
const MORE_IN_FEW: f32 = 0.15;
const MORE_FOR_SINGLE: f32 = 0.06;

/// Names and numbers that are asked for across languages where no meaning is known.
const NAMES_ACROSS: f32 = 1.5;

/// What each that is missing takes off, in logits.
const A_NAME: f32 = 12.0;

/// What all likeness together must be where nothing was learned, and logits for more of
/// it: the first lessons are drawn by this.
const THUMB_LEAST: f32 = 0.8;
const THUMB_STEEPNESS: f32 = 8.0;

/// Logits for a likeness of one more.
const STEEPNESS: f32 = 25.0;

/// Terms that two accounts of one event share, counted by what they add: fewer is
/// one name with its title. Headlines alone cannot be asked for so many.
const BROAD: f32 = 10.0;

/// Terms of an article that is more than a headline, and of one that says how
/// close articles on its event ought to be.
const RICH: f32 = 20.0;
const TELLING: f32 = 40.0;

/// How much of each headline is found in the text of the other where two articles are
/// one event, and logits for more of it or less. Chosen on news in English, Vietnamese
/// and Russian, where .4 to .45 and 7 to 14 are nearly as good.
const COVERED: f32 = 0.4;
const A_COVER: f32 = 12.0;

/// Logits for the likeness of an article's headline to those of a large story, where it
/// is more than its headline. Chosen on English news, where 4 to 6 are as good.
const HEADLINE: f32 = 4.0;

/// Logits for each telling figure that two articles share, the first of them left out, and how
/// many are counted: one may be a company's size, three are an event's. Chosen on English news
/// in runs of eight articles, where of pairs under the bar that share two or more nine in ten are one event; the
/// more articles, the less it counts: among hundreds it joins what is not one.
const A_FIGURE: f32 = 3.5;
const MOST_FIGURES: f32 = 2.5;

/// Two bundles of three articles and more, further apart than this share of
/// their inner closeness, are two events of one kind.
const CONTRAST: f32 = 0.6;
const ENOUGH: f32 = 3.0;

/// What the bar says of those.
const TWO_OF_A_KIND: f32 = -5.0;

/// Terms that two accounts of one event share though they tell it in different words, how alike they are and how
/// near in meaning at least, and in runs of how many articles that is asked. What is said of them, in logits.
///
/// Chosen on small runs of English and Vietnamese news, and on invented stories where a tabloid tells what an
/// agency told: .5 to .58 are as good. Among hundreds of Vietnamese articles too much would be joined.
const RETOLD_TERMS: f32 = 11.0;
const RETOLD_WORDS: f32 = 0.2;
const RETOLD_MEANING: f32 = 0.52;
const RETOLD_AMONG: f32 = 200.0;
const RETOLD: f32 = 0.5;

/// A probability in millionths: what is compared and sorted is whole.
pub(crate) type Chance = u32;

/// A chance of one half.
pub(crate) const EVEN: Chance = 500_000;

/// Judges bundles of one run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge<'a> {
    articles: f32,
    trees: &'a Trees,
}

impl Judge<'static> {
    /// A judge for a run of so many articles.
    pub(crate) fn for_run(articles: f32) -> Self {
        Self { articles, trees: &JUDGE }
    }
}

impl<'a> Judge<'a> {
    /// A judge taught by other trees; by none it has a rule of thumb.
    pub(crate) fn taught_by(trees: &'a Trees, articles: f32) -> Self {
        Self { articles, trees }
    }

    /// What the two have in common.
    pub(crate) fn traits(self, one: &Bundle, other: &Bundle) -> Traits {
        Traits::of(one, other, self.articles)
    }

    /// How likely the two are one event.
    pub(crate) fn chance(self, one: &Bundle, other: &Bundle) -> Chance {
        self.chance_from(0, one, other).unwrap_or_default()
    }

    /// The same, or none where it is less than `least`.
    ///
    /// Of most pairs the words alone show that they are not worth a further look.
    pub(crate) fn chance_from(self, least: Chance, one: &Bundle, other: &Bundle) -> Option<Chance> {
        let mut traits = Traits::of_words(one, other, self.articles);
        let distance = distance(one, other);
        if in_one_language(&traits) {
            if distance <= 0.0 && self.is_retold(&mut traits, one, other) {
                traits.read_covered(one, other);
                let chance = chance(bar(&traits).max(RETOLD));
                return Some(chance).filter(|chance| *chance >= least);
            }
            traits.0[traits::COVERED] = 1.0;
            if chance(bar(&traits) - distance) < least {
                return None;
            }
            traits.read_covered(one, other);
        } else {
            traits.read_headlines(one, other);
            traits.read_names(one, other);
        }
        Some(chance(self.score(&traits) - distance)).filter(|chance| *chance >= least)
    }

    /// Whether two bundles of one language tell one event in different words: in a run that is no archive, of the same
    /// days, they share many words, though each says little, and mean much the same.
    fn is_retold(self, traits: &mut Traits, one: &Bundle, other: &Bundle) -> bool {
        let broad = traits.0[traits::WORDS_BREADTH].exp() - 1.0 >= RETOLD_TERMS;
        let dated = one.days_apart(other).is_some();
        if self.articles > RETOLD_AMONG
            || !dated
            || !broad
            || traits.0[traits::WORDS] < RETOLD_WORDS
        {
            return false;
        }
        traits.read_names(one, other);
        traits.0[traits::MEANING_KNOWN] >= 1.0 && traits.0[traits::MEANING_MIDDLE] >= RETOLD_MEANING
    }

    /// How likely a few articles are part of a story of many, in thousandths of a logit.
    ///
    /// A page may hold more than its article; then the headlines of many still tell.
    #[expect(clippy::cast_possible_truncation, reason = "a likeness is at most 1")]
    pub(crate) fn odds_of_part(self, part: &Bundle, story: &Bundle) -> i32 {
        let traits = self.traits(story, part);
        let told = in_one_language(&traits) && terms(&traits) >= RICH;
        let headlines = if told { HEADLINE * traits.0[traits::TITLE] } else { 0.0 };
        let odds = odds(chance(self.score(&traits) - distance(story, part)));
        odds + (headlines * 1e3).round() as i32
    }

    /// How likely two bundles with these traits are one event, in logits, were they of one day.
    fn score(self, traits: &Traits) -> f32 {
        if in_one_language(traits) {
            return bar(traits);
        }
        let learned = if self.trees.is_empty() { thumb(traits) } else { self.trees.weigh(traits) };
        learned - CAUTION - chance_names(traits)
    }
}

/// Whether most pairs of their articles are in one language.
fn in_one_language(traits: &Traits) -> bool {
    traits.0[traits::SAME_LANGUAGE] >= 0.5
}

/// What is said of two bundles where nothing was learned, in logits.
fn thumb(traits: &Traits) -> f32 {
    let likeness = [traits::WORDS, traits::NAMES, traits::MEANING_MIDDLE];
    let likeness: f32 = likeness.map(|of| traits.0[of]).iter().sum();
    (likeness - THUMB_LEAST) * THUMB_STEEPNESS
}

/// How many terms their articles have, on average.
fn terms(traits: &Traits) -> f32 {
    traits::SHORT_TERMS / traits.0[traits::SHORT] - traits::SHORT_TERMS
}

/// How far the likeness of words is over what is asked for, in logits.
fn bar(traits: &Traits) -> f32 {
    let of = |name: usize| traits.0[name];
    let terms = terms(traits);
    let both_many = of(traits::SMALL) <= 1.0 / ENOUGH;
    if both_many && terms >= TELLING && of(traits::WORDS_CONTRAST) < CONTRAST {
        return TWO_OF_A_KIND;
    }
    let broad = (of(traits::WORDS_BREADTH).exp() - 1.0) / BROAD;
    let alike = of(traits::WORDS) * if terms >= RICH { broad.sqrt().min(1.0) } else { 1.0 };
    let least = LEAST + MORE_IN_FEW * of(traits::FEW) + MORE_FOR_SINGLE * of(traits::LONE);
    let headline = if terms >= RICH {
        of(traits::LONE) * A_COVER * (of(traits::COVERED) - COVERED)
    } else {
        0.0
    };
    let figures = (of(traits::FIGURES) - 1.0).clamp(0.0, MOST_FIGURES);
    (alike - least) * STEEPNESS + headline + figures * A_FIGURE * of(traits::FEW)
}

/// What is taken off where few names are shared and nothing else is known, of single
/// articles most: one figure in common is chance.
fn chance_names(traits: &Traits) -> f32 {
    let shared = traits.0[traits::NAMES_BREADTH].exp() - 1.0;
    let missing = (NAMES_ACROSS - shared).max(0.0) * (1.0 - traits.0[traits::MEANING_KNOWN]);
    missing * A_NAME * traits.0[traits::LONE]
}

/// What the days between the two take off.
fn distance(one: &Bundle, other: &Bundle) -> f32 {
    let gap = one.days_apart(other).unwrap_or(0.0);
    (gap - SAME_DAYS).max(0.0) * A_DAY
}

/// The chance that logits stand for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1")]
fn chance(logits: f32) -> Chance {
    (1e6 / (1.0 + (-logits).exp())) as Chance
}

/// The logits of a chance, in thousandths.
#[expect(clippy::cast_possible_truncation, reason = "the logarithm of a million is small")]
pub(crate) fn odds(chance: Chance) -> i32 {
    let share = (f64::from(chance) / 1e6).clamp(1e-6, 1.0 - 1e-6);
    ((share / (1.0 - share)).ln() * 1e3).round() as i32
}
