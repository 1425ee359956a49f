//! Names that stand in quotation marks: titles of works, bodies, ships.
//!
//! `the novel “The Long Shore”`, `агентство «Северная волна»`: what stands in the marks is one name,
//! whatever its words are, if a noun before it says so or all its words have capitals.

use super::{
    candidates::{Candidate, Told},
    lists::{self, Noun},
    tokens::Tokens,
};
use parallax_language::names::{bare, is_given_name, is_place};
use parallax_model::EntityKind;
use std::collections::BTreeMap;

/// Most words of such a name.
const LONGEST: usize = 7;

/// Votes for what a noun beside the marks says.
const SETTLED: u32 = 21;

/// Fewest capitals that make a title of words in marks that no noun tells of.
const FEWEST_CAPITALS: usize = 2;

/// The names in quotation marks of an article, and where else it writes their words.
pub(super) struct Quoted {
    /// By first word: one past the last, what sort of thing it is, whether a noun says so.
    known: BTreeMap<usize, (usize, EntityKind)>,
}

impl Quoted {
    pub(super) fn of(tokens: &Tokens<'_>) -> Self {
        let mut known = BTreeMap::new();
        let mut titles: BTreeMap<String, Vec<(Vec<String>, EntityKind)>> = BTreeMap::new();
        for at in 0..tokens.all.len() {
            let Some((to, kind)) = name_at(tokens, at) else { continue };
            known.insert(at, (to, kind));
            if to - at > 1 && kind == EntityKind::Other {
                let words: Vec<String> = (at..to).map(|at| bare(tokens.word(at))).collect();
                let same = titles.entry(words[0].clone()).or_default();
                if same.len() < LONGEST {
                    same.push((words, kind));
                }
            }
        }
        if !titles.is_empty() {
            add_unmarked(tokens, &titles, &mut known);
        }
        Self { known }
    }

    /// The name that starts at `at`.
    pub(super) fn at(&self, at: usize) -> Option<Candidate> {
        let &(to, kind) = self.known.get(&at)?;
        let told = Told::Seen(kind, SETTLED);
        Some(Candidate { from: at, to, title: at, unsure: false, common: false, closed: to, told })
    }
}

/// Titles that stand in marks somewhere, where they stand without.
fn add_unmarked(
    tokens: &Tokens<'_>,
    titles: &BTreeMap<String, Vec<(Vec<String>, EntityKind)>>,
    known: &mut BTreeMap<usize, (usize, EntityKind)>,
) {
    for at in 0..tokens.all.len() {
        if !tokens.all[at].capital {
            continue;
        }
        let same = titles.get(&bare(tokens.word(at)));
        let found = same.into_iter().flatten().find(|(words, _)| {
            (at..).zip(words).all(|(at, word)| bare(tokens.word(at)) == *word)
                && tokens.same_sentence(at, at + words.len() - 1)
        });
        if let Some((words, kind)) = found {
            known.entry(at).or_insert((at + words.len(), *kind));
        }
    }
}

const OPENING: [char; 4] = ['«', '„', '“', '‘'];
const CLOSING: [char; 4] = ['»', '“', '”', '’'];

/// One past the name in marks that starts at `at`, and what sort of thing it is.
fn name_at(tokens: &Tokens<'_>, at: usize) -> Option<(usize, EntityKind)> {
    if !tokens.all.get(at)?.capital || !is_opened(before(tokens, at)) {
        return None;
    }
    let to = (at + 1..=at + LONGEST).find(|&to| to == tokens.all.len() || !goes_on(tokens, to))?;
    if !is_closed(after(tokens, to)) {
        return None;
    }
    if let Some(kind) = kind_by_noun(tokens, at, to) {
        return Some((to, kind));
    }
    let long = |at: &usize| tokens.word(*at).chars().count() > 3;
    let capitals = (at..to).filter(|&at| tokens.all[at].capital).count();
    let title = capitals >= FEWEST_CAPITALS
        && !is_known_name(tokens, at, to)
        && (at..to).filter(long).all(|at| tokens.all[at].capital)
        && !tokens.is_loud(at)
        && tokens.language != "de";
    title.then_some((to, EntityKind::Other))
}

/// Whether words end in a mark that opens a quotation; a straight one stands right before its word.
fn is_opened(words: &str) -> bool {
    match words.strip_suffix('"') {
        Some(rest) => rest.is_empty() || rest.ends_with([' ', '\n', '(']),
        None => words.trim_end().ends_with(OPENING),
    }
}

fn is_closed(words: &str) -> bool {
    words.starts_with('"') || words.trim_start().starts_with(CLOSING)
}

/// Whether words in marks are a name by themselves: of a person, a place, a body.
fn is_known_name(tokens: &Tokens<'_>, at: usize, to: usize) -> bool {
    let phrase = tokens.phrase(at, to);
    is_given_name(tokens.word(at))
        || is_place(phrase)
        || lists::is_known_body(phrase)
        || !tokens.is_stop(tokens.word(at))
            && matches!(lists::noun(tokens.word(to - 1)), Some(Noun::Organization | Noun::Place))
}

/// Whether the word at `to` belongs to the same words in marks as the one before it.
fn goes_on(tokens: &Tokens<'_>, to: usize) -> bool {
    matches!(tokens.between(to), " " | "-" | " & " | "\u{a0}" | " d’" | " l’" | " d'" | " l'")
        && tokens.same_sentence(to - 1, to)
}

/// What stands before the word at `at`, at the start of a line too.
fn before<'a>(tokens: &Tokens<'a>, at: usize) -> &'a str {
    let from = match at.checked_sub(1).and_then(|last| tokens.all.get(last)) {
        Some(last) => last.whole_end,
        None => 0,
    };
    tokens.all.get(at).map_or("", |token| tokens.text.get(from..token.start).unwrap_or_default())
}

/// What stands behind the word before `to`.
fn after<'a>(tokens: &Tokens<'a>, to: usize) -> &'a str {
    let from = to.checked_sub(1).and_then(|last| tokens.all.get(last)).map_or(0, |it| it.end);
    let end = tokens.all.get(to).map_or(tokens.text.len(), |token| token.start);
    tokens.text.get(from..end).unwrap_or_default()
}

/// What the noun beside the marks says of the name.
fn kind_by_noun(tokens: &Tokens<'_>, at: usize, to: usize) -> Option<EntityKind> {
    let last = at.checked_sub(1).filter(|&last| tokens.same_sentence(last, at));
    let opens = before(tokens, at);
    let beside = opens.chars().filter(|letter| !letter.is_whitespace()).count() == 1;
    if let Some(last) = last.filter(|_| beside)
        && let Some(kind) = kind_of_noun(tokens.word(last))
    {
        return Some(kind);
    }
    let behind = after(tokens, to);
    let beside = behind.chars().filter(|letter| !letter.is_whitespace()).count() == 1;
    let turkic = tokens.language.starts_with("kk");
    (turkic && beside).then(|| kind_of_kazakh_noun(tokens.word(to))).flatten()
}

fn kind_of_noun(word: &str) -> Option<EntityKind> {
    if lists::is("work", word) || lists::is("ship", word) {
        return Some(EntityKind::Other);
    }
    if lists::is("maker", word) {
        return Some(EntityKind::Organization);
    }
    match lists::noun(word)? {
        Noun::Organization => Some(EntityKind::Organization),
        Noun::Place => Some(EntityKind::Place),
        Noun::Event => Some(EntityKind::Event),
        Noun::Other => Some(EntityKind::Other),
    }
}

/// Kazakh nouns for bodies, by stem: they stand behind the name, with endings.
const KAZAKH_BODIES: [&str; 16] = [
    "компания",
    "қор",
    "партия",
    "агентті",
    "ұйым",
    "бірлесті",
    "банк",
    "холдинг",
    "телеарна",
    "газет",
    "клуб",
    "қоғам",
    "корпорация",
    "концерн",
    "академия",
    "орталы",
];

fn kind_of_kazakh_noun(word: &str) -> Option<EntityKind> {
    let small = word.to_lowercase();
    KAZAKH_BODIES.iter().any(|stem| small.starts_with(stem)).then_some(EntityKind::Organization)
}
