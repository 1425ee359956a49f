//! Which block is the headline.

use super::{
    look::Look,
    page::Block,
    stretch::{self, Stretch},
};
use parallax_language::{Language, Script, fold, is_stop_word, stem, words};
use parallax_model::cut;
use std::{collections::BTreeSet, ops::Range};

/// A headline: a block, or the first words of the page's title line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Headline {
    /// The block it stands in.
    pub(super) block: usize,
    /// How many words of the block it takes, where not all.
    pub(super) words: Option<usize>,
    /// The outlet's name, where the title line ends with it.
    pub(super) outlet: Option<String>,
    /// Whether the page's title line gives it away.
    pub(super) printed: bool,
}

/// Marks that set the outlet's name off in a title line.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / "];
/// Words in a headline.
const WORDS: Range<usize> = 2..36;
/// Blocks before the body among which a headline is looked for.
const REACH: usize = 25;
/// In a hundred: stems of a headline that the body repeats, at least.
const SHARED: usize = 25;
/// Blocks at the top among which the outlet's name stands.
const TOP: usize = 6;
/// Blocks of a body whose words are compared with a headline's.
const STEMMED: usize = 40;
/// Blocks at the top that may be the page's title line.
const TITLE_BLOCKS: usize = 2;

/// In a hundred: weight of the best stretch on the page that the stretch under a
/// headline has, at least. Else the line is a repetition below the article.
const UNDER: i64 = 60;

/// The headline that the page's title line, its first, gives away by repeating it,
/// with the stretch of the body under it.
pub(super) fn by_title(
    blocks: &[Block],
    looks: &[Look],
    language: Language,
) -> Option<(Headline, Range<usize>)> {
    (0..TITLE_BLOCKS.min(blocks.len())).find_map(|title| {
        let whole = stretch::best(looks, title + 1)?;
        title_heads(&blocks.get(title)?.text).into_iter().find_map(|(head, outlet)| {
            let places = printings(looks, title, &head);
            let (block, body) = above_body(looks, &places, &whole).or_else(|| {
                // Repeated only below the article: the title line is the headline itself,
                // unless it is as short as the outlet's name, which footers repeat, or has none of
                // the body's words, as a name that credits its pictures.
                let own = looks
                    .get(title)
                    .is_some_and(|look| look.key == head && look.words > TITLE_WORDS);
                let told = || is_told(blocks, looks, &whole.blocks, title, language);
                (own && !places.is_empty() && told()).then(|| (title, whole.blocks.clone()))
            })?;
            let outlet = Some(outlet).filter(|name| !name.is_empty());
            Some((Headline { block, words: None, outlet, printed: true }, body))
        })
    })
}

/// Whether prose of the body has words of the title line.
fn is_told(
    blocks: &[Block],
    looks: &[Look],
    body: &Range<usize>,
    title: usize,
    language: Language,
) -> bool {
    let stems = told_stems(blocks, looks, body, language);
    blocks.get(title).is_some_and(|block| shared(&block.text, &stems, language) >= SHARED)
}

/// Stems of the body's first blocks, without lines that repeat one of the page's top: a caption may
/// be credited to the name over the page.
fn told_stems(
    blocks: &[Block],
    looks: &[Look],
    body: &Range<usize>,
    language: Language,
) -> BTreeSet<String> {
    let top = looks.get(..TOP.min(body.start)).unwrap_or_default();
    let credits = |at: &usize| {
        looks.get(*at).is_some_and(|look| {
            look.words <= OUTLET_WORDS && top.iter().any(|above| above.key == look.key)
        })
    };
    let told = body.clone().take(STEMMED).filter(|at| !credits(at));
    let told = told.filter_map(|at| blocks.get(at));
    told.flat_map(|block| content(&block.text, language)).collect()
}

/// Words a headline has where its repetition gives it away; fewer are a section's name.
const REPEATED_WORDS: usize = 3;
/// Printings of a headline that are weighed.
const PRINTINGS: usize = 6;

/// Blocks after the title line that print these words alone.
fn printings(looks: &[Look], title: usize, head: &str) -> Vec<usize> {
    let unspaced = head.chars().any(|letter| Script::of(letter) == Some(Script::Han));
    if head.split(' ').count() < REPEATED_WORDS && !unspaced {
        return Vec::new();
    }
    let after = looks.iter().enumerate().skip(title + 1);
    after.filter(|(_, look)| look.key == head).map(|(at, _)| at).take(PRINTINGS).collect()
}

/// The printing nearest above the body, and the body.
fn above_body(looks: &[Look], places: &[usize], whole: &Stretch) -> Option<(usize, Range<usize>)> {
    let before = places.iter().rfind(|&&at| at < whole.blocks.start);
    if let Some(&at) = before {
        return Some((at, whole.blocks.clone()));
    }
    let under = |at: usize| {
        let body = stretch::best(looks, at + 1)?;
        (body.sum * 100 >= whole.sum * UNDER).then_some((at, body.blocks))
    };
    places.iter().find_map(|&at| under(at))
}

/// The ways to cut a title line: key of the headline, and the outlet's name after it; longest headline first.
fn title_heads(line: &str) -> Vec<(String, String)> {
    let mut cuts: Vec<(usize, usize)> = SEPARATORS
        .iter()
        .flat_map(|mark| line.match_indices(mark))
        .map(|(at, mark)| (at, at + mark.len()))
        .collect();
    cuts.sort_unstable();
    cuts.truncate(8);
    let whole = (key(line), String::new());
    let last = cuts.last().map_or(line.len(), |&(_, after)| after);
    let heads = cuts
        .iter()
        .rev()
        .map(|&(at, _)| (key(cut(line, 0..at)), cut(line, last..line.len()).trim().to_owned()));
    // Some put the outlet's name first.
    let tails = cuts.iter().map(|&(at, after)| {
        (key(cut(line, after..line.len())), cut(line, 0..at).trim().to_owned())
    });
    std::iter::once(whole).chain(heads).chain(tails).collect()
}

fn key(line: &str) -> String {
    words(line).map(|word| fold(word.of(line))).collect::<Vec<_>>().join(" ")
}

/// The headline among the blocks before the body: the first of those that share words with it.
pub(super) fn by_words(
    blocks: &[Block],
    looks: &[Look],
    body: &Range<usize>,
    language: Language,
) -> Option<Headline> {
    let stems = told_stems(blocks, looks, body, language);
    let title = title_stems(blocks, looks, &stems, language);
    let from = body.start.saturating_sub(REACH);
    let mut best: Option<(usize, usize)> = None;
    let last = body.start + usize::from(opens_as_headline(blocks, looks, body));
    for index in (from..last).rev() {
        let (Some(block), Some(look)) = (blocks.get(index), looks.get(index)) else { continue };
        if !may_head(look) {
            continue;
        }
        let told = shared(&block.text, &stems, language);
        let distance = furniture_between(looks, index, body.start);
        if told < SHARED || look.words < 3 && told < 60 {
            continue;
        }
        let titled = shared(&block.text, &title, language);
        let score = titled + told + 10 * look.words.min(8) - (distance * 12).min(told);
        let score = score.saturating_sub(if is_name(block, look, &blocks[body.clone()]) {
            NAME
        } else {
            0
        });
        // The earlier of two like blocks: a standfirst comes after its headline.
        let better = best.is_none_or(|(_, most)| score + 35 > most);
        if better {
            best = Some((index, score.max(best.map_or(0, |(_, most)| most))));
        }
    }
    // A standfirst may share more words with the body than the headline above it.
    let above = |at: usize| {
        let above = at.checked_sub(1)?;
        let (block, look) = (blocks.get(above)?, looks.get(above)?);
        let fits = may_head(look) && look.words >= 4 && !look.sentence && !block.bullet;
        (fits && shared(&block.text, &stems, language) >= SHARED).then_some(above)
    };
    let best = best.map(|(block, _)| above(block).unwrap_or(block));
    let titled = best.is_some_and(|at| {
        blocks.get(at).is_some_and(|block| shared(&block.text, &title, language) >= TITLED)
    });
    if titled || title.is_empty() {
        return best.map(|block| Headline { block, words: None, outlet: None, printed: false });
    }
    from_title(blocks)
}

/// What a line loses that is a name in the text, as a masthead is where somebody `told the Harbour Post`.
const NAME: usize = 80;
/// Words of a name.
const NAME_WORDS: usize = 4;

/// Whether a line has a capital on every word and stands so inside a sentence of the body.
fn is_name(block: &Block, look: &Look, body: &[Block]) -> bool {
    let bare = block.text.strip_prefix("The ").unwrap_or(&block.text);
    look.words <= NAME_WORDS
        && look.capitals >= 100
        && bare.contains(' ')
        && body.iter().any(|paragraph| {
            paragraph.text.find(bare).is_some_and(|at| at > 0 && paragraph.text.len() > bare.len())
        })
}

/// Words of a headline that ends as a sentence does, at most.
const ASKED: usize = 24;

/// Whether the first block of the body is a headline that ends in a question, a
/// call or a quotation, with the text under it.
fn opens_as_headline(blocks: &[Block], looks: &[Look], body: &Range<usize>) -> bool {
    let (Some(block), Some(look)) = (blocks.get(body.start), looks.get(body.start)) else {
        return false;
    };
    let stopped = block.text.ends_with(['.', '。', '…', ':']) || block.text.starts_with(['-', '–']);
    let next = looks.get(body.start + 1);
    let quoted =
        block.text.starts_with(['"', '“', '«', '„']) && block.text.ends_with(['"', '”', '»', '“']);
    let under =
        next.is_some_and(|next| next.words > look.words || next.byline || next.kind.is_some());
    !stopped
        && !quoted
        && !block.bullet
        && look.words <= ASKED
        && look.words >= 4
        && body.len() > 2
        && under
}

/// In a hundred: stems of a headline that stand in the page's title line, where it has one, at least.
const TITLED: usize = 34;
/// In a hundred: stems of a title line that the body repeats, at least. More than
/// of a headline: a masthead shares the outlet's name with the text.
const TITLE_SHARED: usize = 55;
/// Words a title line has at least.
const TITLE_WORDS: usize = 4;

/// Stems of the first block, if it is a title line: no furniture, and the body's own words.
fn title_stems(
    blocks: &[Block],
    looks: &[Look],
    stems: &BTreeSet<String>,
    language: Language,
) -> BTreeSet<String> {
    let first = blocks.first().zip(looks.first());
    let title = first.filter(|(block, look)| {
        look.words >= TITLE_WORDS
            && may_head(look)
            && !look.sentence
            && shared(&block.text, stems, language) >= TITLE_SHARED
            && content(&block.text, language).len() > TITLE_WORDS
    });
    title.map(|(block, _)| content(&block.text, language).into_iter().collect()).unwrap_or_default()
}

/// The headline that the title line holds before the outlet's name.
fn from_title(blocks: &[Block]) -> Option<Headline> {
    let line = &blocks.first()?.text;
    let last = SEPARATORS.iter().filter_map(|mark| Some((line.rfind(mark)?, mark.len()))).max();
    let Some((at, mark)) = last else {
        return Some(Headline { block: 0, words: None, outlet: None, printed: false });
    };
    let (head, tail) = (cut(line, 0..at), cut(line, at + mark..line.len()));
    let count = head.split_whitespace().count();
    if count < TITLE_WORDS || tail.split_whitespace().count() > OUTLET_WORDS {
        return Some(Headline { block: 0, words: None, outlet: None, printed: false });
    }
    Some(Headline {
        block: 0,
        words: Some(count),
        outlet: Some(tail.trim().to_owned()),
        printed: false,
    })
}

/// Words in an outlet's name at the end of a title line, at most.
const OUTLET_WORDS: usize = 6;

fn may_head(look: &Look) -> bool {
    WORDS.contains(&look.words)
        && look.kind.is_none()
        && !look.byline
        && look.lead.is_none()
        && !look.credit
        && look.language.is_none()
}

/// Menu lines that stand between a block and the body.
fn furniture_between(looks: &[Look], from: usize, to: usize) -> usize {
    let between = looks.get(from + 1..to).unwrap_or_default();
    between.iter().filter(|look| !look.prose && look.kind.is_none() && !look.byline).count()
}

/// Stems of the body's first paragraphs.
pub(super) fn body_stems(
    blocks: &[Block],
    body: &Range<usize>,
    language: Language,
) -> BTreeSet<String> {
    let blocks = blocks.get(body.clone()).unwrap_or_default();
    blocks.iter().take(STEMMED).flat_map(|block| content(&block.text, language)).collect()
}

pub(super) fn content(text: &str, language: Language) -> Vec<String> {
    words(text)
        .take(400)
        .map(|word| word.of(text))
        .filter(|word| !is_stop_word(language, &fold(word)))
        .map(|word| stem(language, word))
        .collect()
}

/// In a hundred: content words of `text` among `stems`.
fn shared(text: &str, stems: &BTreeSet<String>, language: Language) -> usize {
    let own = content(text, language);
    let hits = own.iter().filter(|stem| stems.contains(*stem)).count();
    hits * 100 / own.len().max(1)
}
