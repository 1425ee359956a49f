//! What a block looks like: the features the readers of a dump decide by.

use super::page::Block;
use crate::lines::{self, RelatedList};
use parallax_language::{Language, Script, fold, identify, is_stop_word, words};
use parallax_model::BoilerplateKind;
use std::collections::BTreeMap;

/// Words from which a block without a final stop can be prose.
const LONG: usize = 20;
/// Words from which a block with a final stop is a paragraph and not a remark.
pub(super) const PARAGRAPH: usize = 8;
/// In a hundred: words of running text that are stop words, at least. Menus and
/// lists of names stay below; headlines come near.
const STOPS: usize = 12;
/// In a hundred: words with a capital in a sentence of plain words, at most.
const PLAIN: usize = 40;
/// Words whose stop words are counted; a longer block is no different.
const COUNTED: usize = 400;

/// Words of a block in which a date is looked for; longer ones tell a story.
const DATED: usize = 40;

/// What one block looks like.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent features, read one by one")]
pub(super) struct Look {
    /// How many words it has; a Chinese character counts as half of one.
    pub(super) words: usize,
    /// Whether it ends as a sentence does.
    pub(super) sentence: bool,
    /// Whether it reads as running text.
    pub(super) prose: bool,
    /// In a hundred: words that are stop words.
    pub(super) stops: usize,
    /// In a hundred: words with a capital.
    pub(super) capitals: usize,
    /// What furniture it is, by its words alone.
    pub(super) kind: Option<BoilerplateKind>,
    /// Bytes of a lead-in such as `Read more: `.
    pub(super) lead: Option<usize>,
    /// Which list of pages it heads.
    pub(super) list: Option<RelatedList>,
    /// Whether it is a byline by its words alone.
    pub(super) byline: bool,
    /// Whether a credit of a picture stands in it.
    pub(super) credit: bool,
    /// The language it stands for in a language bar.
    pub(super) language: Option<&'static str>,
    /// Whether a date stands in it, where it is short.
    pub(super) dated: bool,
    /// Blocks of the page with the same words, itself included.
    pub(super) repeats: usize,
    /// Its words, folded; the first few dozen.
    pub(super) key: String,
}

/// The page's language, from its longest blocks, and the look of every block.
pub(super) fn looks(blocks: &[Block]) -> (Language, Vec<Look>) {
    let language = page_language(blocks);
    let mut looks: Vec<Look> = blocks.iter().map(|block| look(block, language)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for look in &looks {
        *counts.entry(look.key.clone()).or_default() += 1;
    }
    for look in &mut looks {
        look.repeats = counts.get(&look.key).copied().unwrap_or(1);
    }
    (language, looks)
}

/// Blocks read to tell the page's language.
const SAMPLE: usize = 60;

fn page_language(blocks: &[Block]) -> Language {
    let long = blocks.iter().filter(|block| block.text.len() > 100).take(SAMPLE);
    let mut sample: String = long.flat_map(|block| [block.text.as_str(), "\n"]).collect();
    if sample.is_empty() {
        sample = blocks.iter().take(SAMPLE).flat_map(|b| [b.text.as_str(), "\n"]).collect();
    }
    identify(&sample)
}

fn look(block: &Block, language: Language) -> Look {
    let text = &block.text;
    let (mut all, mut stops, mut capitals, mut han) = (0, 0, 0, 0);
    let mut key = String::new();
    for word in words(text).take(COUNTED) {
        let own = word.of(text);
        let first = own.chars().next().unwrap_or(' ');
        let folded = fold(own);
        all += 1;
        han += usize::from(matches!(
            Script::of(first),
            Some(Script::Han | Script::Kana | Script::Thai)
        ));
        stops += usize::from(is_stop_word(language, &folded));
        capitals += usize::from(first.is_uppercase());
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&folded);
    }
    let counted = all.max(1);
    let words = all - han / 2;
    let unspaced = han * 2 > counted;
    let sentence = ends_sentence(text);
    let stops = stops * 100 / counted;
    let byline = lines::byline(text, false).is_some();
    // A sentence of plain words is running text however few of them are stop words.
    let plain = sentence && capitals * 100 / counted < PLAIN;
    let running = unspaced || plain || stops >= STOPS || !has_stop_words(language);
    let prose = running && ((sentence && words >= PARAGRAPH) || words >= LONG);
    Look {
        words,
        sentence,
        prose,
        stops,
        capitals: capitals * 100 / counted,
        kind: lines::furniture(text).filter(|_| !byline),
        lead: lines::related_lead(text),
        list: lines::related_list(text),
        byline,
        credit: lines::credit(text).is_some(),
        language: lines::language_bar_entry(text),
        dated: all <= DATED && (lines::is_ago(text) || !lines::stamps(text).is_empty()),
        repeats: 1,
        key,
    }
}

/// Whether we know the stop words of a language.
fn has_stop_words(language: Language) -> bool {
    let common =
        ["the", "и", "de", "der", "og", "och", "на", "і", "ja", "w", "в", "va", "da", "ve"];
    common.iter().any(|word| is_stop_word(language, word))
}

/// Whether the words end as a sentence does, closing quotation marks and brackets set aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closing = |letter: char| {
        matches!(letter, '"' | '”' | '’' | '\'' | '»' | '“' | ')' | ']' | '›' | '」' | '』' | '*')
            || letter.is_whitespace()
    };
    let body = text.trim_end_matches(closing);
    body.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '։'])
        || (body.len() < text.len() && text.ends_with(['”', '»', '"', '」']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_inside_their_marks() {
        assert!(ends_sentence("“We wait.”"));
        assert!(ends_sentence("Hope remains…"));
        assert!(!ends_sentence("Ferry sinks off Norland"));
    }
}
