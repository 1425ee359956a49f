//! Which language a text is in.
//!
//! The script first; then, where several languages share it, how usual the
//! text's runs of letters are in each. Unsure is `und`: a wrong language is
//! worse than none.

mod grams;
mod rank;
mod sample;
mod table;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rank::rank;
use sample::sample;
use table::Table;

use crate::{Language, Script};

/// The language `text` is in, or [`Language::UNKNOWN`].
///
/// Reads a sample of a long text, so that the time does not grow with it.
///
/// ```
/// use parallax_language::identify;
/// assert_eq!(identify("The talks lasted two hours and were described as constructive.").tag(), "en");
/// assert_eq!(identify("Переговоры продолжались почти два часа.").tag(), "ru");
/// assert_eq!(identify("Келіссөз екі сағатқа созылды және сындарлы болды.").tag(), "kk-Cyrl");
/// assert_eq!(identify("12:30").tag(), "und");
/// ```
pub fn identify(text: &str) -> Language {
    let parts = sample(text);
    let tag = match main_script(&parts) {
        None | Some(Script::Other) => "und",
        Some(Script::Hebrew) => "he",
        Some(Script::Greek) => "el",
        Some(Script::Han) => "zh",
        Some(Script::Kana) => "ja",
        Some(Script::Hangul) => "ko",
        Some(Script::Thai) => "th",
        Some(Script::Armenian) => "hy",
        Some(Script::Georgian) => "ka",
        Some(Script::Indic) => indic(&parts),
        Some(script) => Table::of(script).map_or("und", |table| rank(table, &parts, script)),
    };
    Language::of_tag(tag).unwrap_or(Language::UNKNOWN)
}

/// The script most of the text is in; Japanese is known by its syllables among Chinese characters.
fn main_script(parts: &[&str]) -> Option<Script> {
    let mut counts = BTreeMap::new();
    for script in parts.iter().flat_map(|part| part.chars()).filter_map(Script::of) {
        *counts.entry(script).or_insert(0_usize) += weight(script);
    }
    let han = counts.remove(&Script::Han).unwrap_or(0);
    let kana = counts.remove(&Script::Kana).unwrap_or(0);
    let east = if kana * KANA_SHARE > han { Script::Kana } else { Script::Han };
    counts.insert(east, han + kana);
    let most = counts.into_iter().max_by_key(|&(script, count)| (count, Reverse(script)));
    most.filter(|&(_, count)| count > 0).map(|(script, _)| script)
}

/// What a letter says for its script: names and addresses in Latin letters stand in texts of
/// every script, seldom the other way round, and one Chinese character is as much as a few letters.
const fn weight(script: Script) -> usize {
    match script {
        Script::Latin => 1,
        Script::Han | Script::Kana | Script::Hangul => 5,
        _ => 2,
    }
}

/// Chinese quotes a Japanese name now and then; Japanese has a syllable for every few characters.
const KANA_SHARE: usize = 12;

/// The language of the block that most letters of Indic scripts are in.
fn indic(parts: &[&str]) -> &'static str {
    let mut counts = [0_usize; 5];
    for letter in parts.iter().flat_map(|part| part.chars()) {
        let place = match u32::from(letter) {
            0x0900..=0x097F => 0,
            0x0980..=0x09FF => 1,
            0x0B80..=0x0BFF => 2,
            0x0C00..=0x0C7F => 3,
            0x0A00..=0x0DFF => 4,
            _ => continue,
        };
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let tags = ["hi", "bn", "ta", "te", "und"];
    let most = counts.iter().zip(tags).max_by_key(|&(&count, tag)| (count, Reverse(tag)));
    most.map_or("und", |(_, tag)| tag)
}
