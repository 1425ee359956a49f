//! The headline in the words of the page's data.

use super::{LEAST_WORDS, SiteNames, key, part, title};
use crate::html::{Page, flow};
use parallax_language::{fold_onto, words};
use parallax_model::{SourcedText, cut};
use xxhash_rust::xxh3::xxh3_64;

/// The names of a headline in `<meta>`, best first.
pub(super) const NAMES: [&str; 6] =
    ["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title"];

/// What the page's data calls the article.
pub(super) struct Told {
    pub(super) names: SiteNames,
    /// What the outlet shows to others, without the site's name.
    pub(super) card: Option<String>,
    /// Best first: card, JSON-LD, `<title>`.
    pub(super) all: Vec<String>,
    /// The words of each.
    words: Vec<Vec<u64>>,
    /// The key of each.
    keys: Vec<String>,
    /// Whether JSON-LD says the same as the card.
    pub(super) agreed: bool,
    /// The key of what JSON-LD says.
    linked: Option<String>,
}

impl Told {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let names = SiteNames::of(page);
        let bare = |words: &str| cut(words, names.strip(words)).to_owned();
        let card = page.meta.first(&NAMES).map(bare).filter(|words| !words.is_empty());
        let linked = page.linked.words("headline");
        // With the site's name in it, it was copied from `<title>` by a machine.
        let own = linked.as_deref().filter(|words| names.strip(words) == (0..words.len()));
        let agreed = own.is_some_and(|own| {
            let long = words(own).nth(LEAST_WORDS - 1).is_some() && !own.ends_with('…');
            long && card.as_deref().map(key) == Some(key(own))
        });
        let linked = linked.as_deref().map(bare);
        let title = title(page).map(|(title, _)| bare(&title));
        let known = linked.as_deref().map(key);
        let all = [card.clone(), linked, title].into_iter().flatten();
        let all: Vec<String> = all.filter(|words| !words.is_empty()).collect();
        let words = all.iter().map(|told| set(told)).collect();
        let keys = all.iter().map(|told| key(told)).collect();
        Self { names, card, all, words, keys, agreed, linked: known }
    }

    /// Whether a line may share `least` hundredths of its words with what is told,
    /// or be a [`GOOD_PART`] of it; a long paragraph is not read to its end for that.
    pub(super) fn may_be_alike(&self, printed: &str, least: usize) -> bool {
        let told = || self.words.iter().map(Vec::len).filter(|&told| told > 0);
        let (Some(fewest), Some(most)) = (told().min(), told().max()) else { return false };
        let wanted = (fewest * GOOD_PART).div_ceil(100).max(1);
        if words(printed).nth(wanted - 1).is_none() {
            return false;
        }
        // Of the words that none of it has, at least so many are different.
        let mut others = 0_u64;
        hashes(printed).all(|hash| {
            let known = self.words.iter().any(|told| told.binary_search(&hash).is_ok());
            others |= if known { 0 } else { 1 << (hash >> 58) };
            others.count_ones() as usize * least <= most * (100 - least)
        })
    }

    /// How much a heading is like what is told, in hundredths.
    pub(super) fn alike(&self, printed: &str) -> usize {
        let printed = set(printed);
        self.words.iter().map(|told| alike(&printed, told)).max().unwrap_or(0)
    }

    /// Whether JSON-LD has these very words.
    pub(super) fn linked_as(&self, printed: &str) -> bool {
        self.linked.as_deref() == Some(key(printed).as_str())
    }

    /// Whether some of it ends with these words, which then stand after a kicker.
    pub(super) fn ends_with(&self, printed: &str) -> bool {
        let printed = key(printed);
        self.keys.iter().any(|told| told.len() > printed.len() && told.ends_with(&printed))
    }

    /// The words of the card, with their place in the page.
    pub(super) fn card_text(&self, page: &Page<'_>) -> Option<SourcedText> {
        let (value, source) = page.meta.place(&NAMES)?;
        let whole = flow::raw_words(page.decoded, source);
        let same = key(whole.as_str()) == key(value);
        same.then(|| part(&whole, self.names.strip(whole.as_str())))
    }
}

/// The words of a text, folded and hashed.
fn hashes(text: &str) -> impl Iterator<Item = u64> {
    let mut folded = String::new();
    words(text).map(move |word| {
        folded.clear();
        fold_onto(&mut folded, word.of(text));
        xxh3_64(folded.as_bytes())
    })
}

/// The same in ascending order, each once.
fn set(text: &str) -> Vec<u64> {
    let mut set: Vec<u64> = hashes(text).collect();
    set.sort_unstable();
    set.dedup();
    set
}

/// The share of the told words, in hundredths, that is a good part of them.
const GOOD_PART: usize = 40;

/// Share of words two headlines have in common, in hundredths of the longer;
/// more where the printed words are a good part of the told ones.
fn alike(printed: &[u64], told: &[u64]) -> usize {
    if printed.is_empty() || told.is_empty() {
        return 0;
    }
    let shared = printed.iter().filter(|word| told.binary_search(word).is_ok()).count();
    // The printed words all stand in the title, which goes on with the outlet's name.
    let longer = printed.len().max(told.len());
    let covered = shared * 100 / printed.len();
    let share = shared * 100 / longer;
    if covered == 100 && shared >= 3 && share >= GOOD_PART { 60.max(share) } else { share }
}
