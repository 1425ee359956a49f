//! What a value is said of: its part in the clause, and the words that govern it.

use super::{Value, slot};
use crate::{
    lists::{self, Words},
    scene::{Scene, Token},
    trees::{Hung, tree},
};
use parallax_language::Language;

/// A part that words take in a clause or a phrase; what is passive is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    /// Who does it.
    Doer,
    /// To whom or what it is done.
    Sufferer,
    /// Behind a preposition.
    Behind(&'a str),
    /// When, without a preposition or with one that tells a day.
    When,
    /// What the clause says of its subject, or the clause itself.
    Said,
    Other,
}

/// Where a value stands in the tree of its sentence.
struct Role<'a> {
    /// The word its phrase hangs by.
    top: usize,
    part: Part<'a>,
    /// What the clause is built on.
    verb: usize,
}

/// A sentence with its tree and the value that stands in it.
struct Sentence<'a> {
    scene: &'a Scene<'a>,
    value: Value,
    words: &'a [Hung],
    start: usize,
    text: &'a str,
}

/// Whether two values take the same part in the same deed, as far as the trees of their sentences tell: the same
/// verb, turned if it is passive, something else in it the same, and nobody in it another.
pub(super) fn is_one(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    let (ours, theirs) = (Sentence::of(scene, a), Sentence::of(scene, b));
    let Some((x, y)) = ours.role().zip(theirs.role()) else { return false };
    let language = scene.account(a.line).language;
    let verbs = fit(language, ours.token(x.verb), theirs.token(y.verb)) >= ONE_WORD;
    let credits = ours.token(x.verb).is_some_and(|verb| CREDITS.contains(&verb.folded.as_str()));
    if !verbs || credits || x.part != y.part || !matches!(x.part, Part::Doer | Part::Sufferer) {
        return false;
    }
    let (own, others) = (ours.beside(&x), theirs.beside(&y));
    let same = |one: usize, other: usize| is_same(language, ours.token(one), theirs.token(other));
    let named = |side: &Sentence<'_>, at: usize| side.token(at).is_some_and(|token| token.capital);
    let mut shared = false;
    for &(part, one) in &own {
        let beside = others.iter().filter(|(other, _)| *other == part);
        let here: Vec<usize> = beside.map(|(_, other)| *other).collect();
        let found = others.iter().any(|(_, other)| same(one, *other));
        shared |= found;
        // Another did it, or it was done to another: then it is another deed.
        let acts = matches!(part, Part::Doer | Part::Sufferer);
        let another = here.iter().any(|&other| named(&ours, one) && named(&theirs, other));
        if acts && !found && another {
            return false;
        }
    }
    shared
}

/// What those do who are named under a report: each outlet names its own.
static CREDITS: Words = Words::new(|| lists::words("credits"));

/// How much the trees of two sentences speak against it that two values are told of one deed: once for verbs that
/// have nothing in common, once for one verb that others do.
pub(super) fn doubts(scene: &Scene<'_>, a: Value, b: Value) -> i64 {
    let Some(fit) = fit_of_verbs(scene, a, b) else { return 0 };
    i64::from(fit == 0) + i64::from(is_by_others(scene, a, b))
}

/// Whether verbs that have something in common govern both values, as far as the trees tell.
pub(super) fn is_one_verb(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    fit_of_verbs(scene, a, b).is_some_and(|fit| fit > 0)
}

/// How far the verb that governs one value stands for that of the other, in thousandths; `None` where none is known.
fn fit_of_verbs(scene: &Scene<'_>, a: Value, b: Value) -> Option<i64> {
    let (ours, theirs) = (Sentence::of(scene, a), Sentence::of(scene, b));
    let (x, y) = ours.deed().zip(theirs.deed())?;
    Some(fit(scene.account(a.line).language, ours.token(x), theirs.token(y)))
}

/// Whether one verb governs both values and others do it, as far as the trees tell.
pub(super) fn is_by_others(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    let (ours, theirs) = (Sentence::of(scene, a), Sentence::of(scene, b));
    let Some((x, y)) = ours.deed().zip(theirs.deed()) else { return false };
    let language = scene.account(a.line).language;
    if fit(language, ours.token(x), theirs.token(y)) < ONE_WORD {
        return false;
    }
    let doers = ours.doer(x).zip(theirs.doer(y));
    doers.is_some_and(|(one, other)| {
        let (one, other) = (ours.token(one), theirs.token(other));
        let named =
            [one, other].iter().any(|token| token.is_some_and(|token| token.named.is_some()));
        named && !is_same(language, one, other)
    })
}

/// How far one word stands for another, in thousandths.
fn fit(language: Language, a: Option<&Token>, b: Option<&Token>) -> i64 {
    let both = a.zip(b);
    both.map_or(0, |(a, b)| {
        if a.folded == b.folded { 1000 } else { i64::from(slot::fit(language, a, b)) * 100 }
    })
}

/// Whether two words name one thing.
fn is_same(language: Language, a: Option<&Token>, b: Option<&Token>) -> bool {
    let named = a.and_then(|a| a.named).zip(b.and_then(|b| b.named));
    named.is_some_and(|(a, b)| a == b) || fit(language, a, b) >= ONE_WORD
}

/// How far one word must stand for another to name the same, in thousandths.
const ONE_WORD: i64 = 800;

impl<'a> Sentence<'a> {
    fn of(scene: &'a Scene<'a>, value: Value) -> Self {
        let start = scene.lines[value.line].span.start();
        Self { scene, value, words: tree(scene, value.line), start, text: scene.text(value.line) }
    }

    fn relation(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.relation)
    }

    fn class(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.class)
    }

    fn head(&self, at: usize) -> Option<usize> {
        self.words.get(at)?.head
    }

    fn children(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        let all = self.words.iter().enumerate();
        all.filter(move |(_, word)| word.head == Some(of)).map(|(at, _)| at)
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).and_then(|word| self.text.get(word.start..word.end)).unwrap_or_default()
    }

    /// The word of the line that is a word of the tree.
    fn token(&self, at: usize) -> Option<&'a Token> {
        let start = self.start + self.words.get(at)?.start;
        let tokens = &self.scene.lines[self.value.line].tokens;
        let token = tokens.get(tokens.partition_point(|token| token.span.end() <= start))?;
        (token.span.start() <= start).then_some(token)
    }

    fn is_inside(&self, at: usize) -> bool {
        let span = self.value.span;
        self.words.get(at).is_some_and(|word| {
            self.start + word.start < span.end() && span.start() < self.start + word.end
        })
    }

    /// The word of the value that hangs on a word outside of it.
    fn top(&self) -> Option<usize> {
        let inside = (0..self.words.len()).filter(|&at| self.is_inside(at));
        let mut tops = inside.filter(|&at| self.head(at).is_none_or(|head| !self.is_inside(head)));
        tops.find(|&at| !matches!(self.relation(at), "punct" | "case" | "det" | "advmod" | "cc"))
    }

    fn role(&self) -> Option<Role<'a>> {
        let top = self.top()?;
        // Of several that are named one account names some.
        if self.is_joined(top) {
            return None;
        }
        let top = self.whole(top);
        Some(Role { top, part: self.part(top), verb: self.verb(top)? })
    }

    /// From a word to the one it stands beside or is another name of.
    fn whole(&self, at: usize) -> usize {
        let mut one = at;
        for _ in 0..DEEPEST {
            let beside = matches!(self.relation(one), "appos" | "flat" | "conj" | "nmod:desc");
            match self.head(one).filter(|&head| beside && self.class(head) != "VERB") {
                Some(head) => one = head,
                None => break,
            }
        }
        one
    }

    fn part(&self, at: usize) -> Part<'a> {
        match self.relation(at) {
            "nsubj" | "nsubj:outer" | "csubj" | "obl:agent" => Part::Doer,
            "nsubj:pass" | "obj" | "iobj" => Part::Sufferer,
            "obl:unmarked" | "nmod:unmarked" => Part::When,
            "root" | "xcomp" | "ccomp" | "advcl" | "acl" | "acl:relcl" | "parataxis" => Part::Said,
            "obl" | "nmod" => {
                let case = self.children(at).find(|&child| self.relation(child) == "case");
                match case.map(|case| self.word(case)) {
                    Some("by") if self.relation(at) == "obl" => Part::Doer,
                    Some("on" | "On") | None => Part::When,
                    Some(word) => Part::Behind(word),
                }
            }
            _ => Part::Other,
        }
    }

    /// The verb above `at`, whose clause it is in.
    fn verb(&self, at: usize) -> Option<usize> {
        let head = self.head(at)?;
        (self.class(head) == "VERB").then_some(head)
    }

    /// The verb nearest above the value.
    fn deed(&self) -> Option<usize> {
        let mut at = self.top()?;
        for _ in 0..DEEPEST {
            at = self.head(at)?;
            if self.class(at) == "VERB" {
                return Some(at);
            }
        }
        None
    }

    /// Who does the deed of a verb, the value aside and nobody that is only a pronoun.
    fn doer(&self, verb: usize) -> Option<usize> {
        let mut doers = self.children(verb).filter(|&at| self.part(at) == Part::Doer);
        doers.find(|&at| !self.is_inside(at) && self.class(at) != "PRON")
    }

    /// Whether the word is one of several that are joined.
    fn is_joined(&self, at: usize) -> bool {
        self.relation(at) == "conj" || self.children(at).any(|child| self.relation(child) == "conj")
    }

    /// What else takes a part in the clause of a role, with what belongs to it.
    fn beside(&self, role: &Role<'_>) -> Vec<(Part<'a>, usize)> {
        let clause = self.children(role.verb).filter(|&at| at != role.top);
        let clause = clause.filter(|&at| {
            let part = self.part(at);
            part != Part::Other && part != Part::Said && self.class(at) != "PRON"
        });
        let mut found = Vec::new();
        for at in clause {
            found.push((self.part(at), at));
            let below = self.children(at).filter(|&child| self.relation(child) == "nmod");
            found.extend(below.map(|child| (Part::Other, child)));
        }
        found.retain(|&(_, at)| !self.is_inside(at) && !self.is_figure(at));
        found
    }

    /// Whether a word is part of a number or a date: they are compared by themselves.
    fn is_figure(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.figure || token.weight == 0)
    }
}

/// Steps up a tree at most: deeper ones are misread.
const DEEPEST: usize = 12;
