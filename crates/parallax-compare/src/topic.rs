//! The IPTC Media Topic of a story, where its words make it clear.

use crate::scene::Scene;
use parallax_language::{Language, is_stop_word, stem, words};
use std::{collections::BTreeMap, sync::LazyLock};

/// Points a topic needs: two headlines, or a headline and its lead.
const ENOUGH: u32 = 5;
/// A topic's points beside the next best's, in tenths.
const CLEARLY: u32 = 15;
/// Sentences of each body that are read.
const LEAD: usize = 4;

/// Topic by language and stem.
static TOPICS: LazyLock<BTreeMap<(&'static str, String), Vec<&'static str>>> =
    LazyLock::new(|| {
        let mut topics: BTreeMap<(&'static str, String), Vec<&'static str>> = BTreeMap::new();
        for row in include_str!("../data/topics.tsv").lines().filter(|row| !row.starts_with('#')) {
            let mut fields = row.split('\t');
            let (Some(code), Some(tag), Some(known)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let language = Language::of_tag(tag).unwrap_or(Language::UNKNOWN);
            for word in known.split(' ') {
                topics.entry((tag, stem(language, word))).or_default().push(code);
            }
        }
        topics
    });

/// The topic code, `medtop:` and eight digits; `None` when no topic stands out.
pub(crate) fn topic(scene: &Scene<'_>) -> Option<String> {
    let mut points: BTreeMap<&'static str, u32> = BTreeMap::new();
    for account in scene.accounts.iter().filter(|account| account.copy_of.is_none()) {
        let lead: Vec<&str> =
            account.lines.clone().take(LEAD).map(|line| scene.text(line)).collect();
        let mut own: BTreeMap<&'static str, u32> = BTreeMap::new();
        for (text, worth) in std::iter::once((account.article.headline_words(), 2))
            .chain(account.article.section.as_deref().map(|section| (section, 2)))
            .chain(account.article.tags.iter().map(|tag| (tag.as_str(), 1)))
            .chain(lead.into_iter().map(|text| (text, 1)))
        {
            count(account.language, text, worth, &mut own);
        }
        for (code, worth) in own {
            *points.entry(code).or_default() += worth;
        }
    }
    let mut ranked: Vec<(u32, &str)> =
        points.into_iter().map(|(code, points)| (points, code)).collect();
    ranked.sort_by_key(|&(points, code)| (std::cmp::Reverse(points), code));
    let (most, code) = *ranked.first()?;
    let next = ranked.get(1).map_or(0, |(points, _)| *points);
    (most >= ENOUGH && most * 10 >= next * CLEARLY).then(|| format!("medtop:{code}"))
}

fn count(language: Language, text: &str, worth: u32, points: &mut BTreeMap<&'static str, u32>) {
    for word in words(text) {
        let folded = parallax_language::fold(word.of(text));
        if is_stop_word(language, &folded) {
            continue;
        }
        let key = (language.primary(), stem(language, &folded));
        for code in TOPICS.get(&key).into_iter().flatten() {
            *points.entry(code).or_default() += worth;
        }
    }
}
