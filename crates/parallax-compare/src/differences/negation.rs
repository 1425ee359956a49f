//! One account says that it is so, another that it is not.

use super::{Found, Value, gather, line_pairs, nature};
use crate::likeness::likeness;
use crate::lists::{self, Words};
use crate::scene::{Line, Scene, Token};
use crate::text::Text;
use parallax_language::{Language, lexicon::related, stem};
use parallax_model::{DifferenceKind, Nature, QuotationKind, Span};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Words after a negation that it can deny.
const REACH: usize = 8;
/// The worth of the denied words that the other account must affirm, in thousandths.
const AFFIRMED: u32 = 1000;
/// The worth of a word that says something of its own: `another` does not.
const TELLING: u32 = 400;
/// Words the affirmed ones may be spread over.
const SPREAD: usize = 6;

/// Lists of words, each sorted.
struct Table {
    no: Vec<&'static str>,
    ends: Vec<&'static str>,
    light: Vec<&'static str>,
    open: Vec<&'static str>,
    mere: Vec<&'static str>,
    none: Vec<&'static str>,
    save: Vec<&'static str>,
    opposites: Vec<(Vec<String>, Vec<String>)>,
    /// All that stand on a side there.
    opposed: BTreeSet<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = || {
        let all = include_str!("../../data/negation.tsv").lines();
        all.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'))
    };
    let words = |kind: &str| {
        let all = rows().filter(|(k, _)| *k == kind).flat_map(|(_, words)| words.split(' '));
        let mut all: Vec<&'static str> = all.collect();
        all.sort_unstable();
        all
    };
    let stems = |side: &str| side.split(' ').map(|word| stem(Language::ENGLISH, word)).collect();
    let sides = rows().filter(|(kind, _)| *kind == "opposite");
    let opposites = sides.filter_map(|(_, sides)| {
        let (one, other) = sides.split_once(" / ")?;
        Some((stems(one), stems(other)))
    });
    let opposites: Vec<(Vec<String>, Vec<String>)> = opposites.collect();
    let opposed = opposites.iter().flat_map(|(one, other)| one.iter().chain(other)).cloned();
    Table {
        opposed: opposed.collect(),
        no: words("no"),
        ends: words("ends"),
        light: words("light"),
        open: words("open"),
        mere: words("mere"),
        none: words("none"),
        save: words("save"),
        opposites,
    }
});

/// The denials in one claim.
pub(super) fn find(scene: &Scene<'_>, draft: &[usize]) -> Vec<Found> {
    let mut apart = Vec::new();
    let sharp: BTreeMap<usize, Sharp> =
        draft.iter().map(|&line| (line, Sharp::of(&scene.lines[line]))).collect();
    for (a, b) in line_pairs(scene, draft) {
        let (ours, theirs) = (&sharp[&a], &sharp[&b]);
        if ours.denies || theirs.denies || ours.opposes && theirs.opposes {
            apart.extend(pairs(scene, (a, ours), (b, theirs)));
        }
    }
    found(scene, apart)
}

fn found(scene: &Scene<'_>, apart: Vec<(Value, Value)>) -> Vec<Found> {
    let sets = gather(apart).into_iter();
    sets.map(|values| {
        let later = is_foreseen(scene, &values) && nature::is_later(scene, &values);
        let nature = if later { Nature::Update } else { Nature::Conflict };
        Found { kind: DifferenceKind::Negation, nature, values }
    })
    .collect()
}

/// The denials of two lines.
fn pairs(
    scene: &Scene<'_>,
    (a, ours): (usize, &Sharp),
    (b, theirs): (usize, &Sharp),
) -> Vec<(Value, Value)> {
    let asks = |line: usize| scene.text(line).trim_end().ends_with('?');
    if asks(a) || asks(b) || !super::tell_one_thing(scene, a, b) {
        return Vec::new();
    }
    let both = [(ours.denies, a, b), (theirs.denies, b, a)].into_iter();
    let denied = both.filter(|(denies, ..)| *denies).filter_map(|(_, a, b)| {
        denied(scene, a, b).or_else(|| plainly(scene, a, b)).or_else(|| will_not(scene, a, b))
    });
    let opposite = if ours.opposes && theirs.opposes { opposite(scene, a, b) } else { None };
    denied.chain(opposite).collect()
}

/// What a line has that could deny what another tells.
struct Sharp {
    /// A negation.
    denies: bool,
    /// A word that has an opposite.
    opposes: bool,
}

impl Sharp {
    fn of(line: &Line) -> Self {
        let opposed = |token: &Token| TABLE.opposed.contains(token.stem.as_str());
        Self {
            denies: has_denial(line) || line.tokens.iter().any(|token| is(&TABLE.no, token)),
            opposes: line.tokens.iter().any(opposed),
        }
    }
}

/// Whether a word is in a sorted list.
fn is(list: &[&str], token: &Token) -> bool {
    list.binary_search(&token.folded.as_str()).is_ok()
}

/// Where `b` affirms what `a` denies.
fn denied(scene: &Scene<'_>, a: usize, b: usize) -> Option<(Value, Value)> {
    let ours = &scene.lines[a];
    for (at, token) in ours.tokens.iter().enumerate() {
        let denial = is_denial(ours, at);
        if !denial && !is(&TABLE.no, token) {
            continue;
        }
        let deed = if denial && next_is(ours, at, "that") { at + 1 } else { at };
        let scope = scope(ours, deed);
        if spoken(scene, a, token.span) || !denies(&scope) || excepts(ours, &scope) {
            continue;
        }
        let wanted: Vec<&Token> = scope
            .iter()
            .copied()
            .filter(|token| {
                !is(&TABLE.light, token)
                    && token.weight >= TELLING
                    && !token.figure
                    && !token.capital
            })
            .collect();
        // What has not happened yet is not denied.
        let before = if denial { at.checked_sub(1) } else { Some(at) };
        let open = before.is_some_and(|at| opened(ours, at))
            || scope.iter().any(|token| is(&TABLE.open, token));
        if wanted.len() < 2 || open {
            continue;
        }
        let light = scope.iter().any(|token| is(&TABLE.light, token));
        if let Some(span) = affirmed(scene, b, &wanted, light && !denial) {
            let denial = scope.last().map_or(token.span, |last| token.span.to(last.span));
            return Some((Value { line: a, span: denial }, Value { line: b, span }));
        }
    }
    None
}

/// Whether the word at a place is a verb by which a deed is denied: `denied that`, `denied having`, but not `denied
/// them a permit`.
fn is_denial(line: &Line, at: usize) -> bool {
    let word = |at: usize| line.tokens.get(at).map_or("", |token| token.folded.as_str());
    let next = word(at + 1);
    let deed = matches!(next, "that" | "any") || next.len() > 4 && next.ends_with("ing");
    deed && matches!(word(at), "denied" | "denies" | "deny" | "denying")
}

fn has_denial(line: &Line) -> bool {
    (0..line.tokens.len()).any(|at| is_denial(line, at))
}

fn next_is(line: &Line, at: usize, word: &str) -> bool {
    line.tokens.get(at + 1).is_some_and(|next| next.folded == word)
}

/// The denials in pairs of lines that are in no claim together: only where the other tells all that is denied.
pub(super) fn find_between(scene: &Scene<'_>, pairs: &[(usize, usize)]) -> Vec<Found> {
    let denies = |line: usize| has_denial(&scene.lines[line]);
    let mut apart = Vec::new();
    for &(a, b) in pairs {
        let asks = |line: usize| scene.text(line).trim_end().ends_with('?');
        if !(denies(a) || denies(b)) || asks(a) || asks(b) || !super::tell_one_thing(scene, a, b) {
            continue;
        }
        // A bare `no` or `not` denies too many things that another sentence may be about.
        let both = [(a, b), (b, a)].into_iter().filter(|(one, _)| denies(*one));
        apart.extend(both.filter_map(|(one, other)| denied(scene, one, other)));
    }
    found(scene, apart)
}

/// The likeness two sentences need, in thousandths, where a verb alone is denied.
const PLAIN: u32 = 480;

/// What stands before a negation that denies a verb.
static AUXILIARIES: Words = Words::new(|| lists::words("auxiliaries"));

/// Where two sentences are much alike and one denies the verb of the other.
fn plainly(scene: &Scene<'_>, a: usize, b: usize) -> Option<(Value, Value)> {
    let (ours, theirs) = (&scene.lines[a], &scene.lines[b]);
    if theirs.tokens.iter().any(|token| is(&TABLE.no, token)) {
        return None;
    }
    let mut negations = ours.tokens.iter().enumerate().filter(|(_, token)| is(&TABLE.no, token));
    let (at, no) = negations.next()?;
    // "There was no fire" denies no verb.
    if is(&TABLE.none, no) {
        return None;
    }
    if likeness(scene, a, b).sure < PLAIN {
        return None;
    }
    let auxiliary = ours.tokens.get(at.checked_sub(1)?)?;
    if !AUXILIARIES.contains(&auxiliary.folded.as_str()) {
        return None;
    }
    let scope = scope(ours, at);
    let whole = denies(&scope) && !excepts(ours, &scope);
    let verb = scope.iter().copied().find(|token| token.weight > 0).filter(|_| whole)?;
    let affirmed =
        theirs.tokens.iter().position(|token| token.stem == verb.stem && !token.saying)?;
    let told = theirs.tokens.get(affirmed)?.span;
    let open = opened(ours, at) || opened(theirs, affirmed);
    let quoted = spoken(scene, a, no.span) || spoken(scene, b, told);
    let object =
        one_object((ours, verb.span), (theirs, told)) && one_doer((ours, at), (theirs, affirmed));
    let plain = object && !verb.capital && !open && !quoted && negations.next().is_none();
    let values = (Value { line: a, span: no.span.to(verb.span) }, Value { line: b, span: told });
    plain.then_some(values)
}

/// The likeness two sentences need, in thousandths, where one denies what the other says will be.
const FORESEEN: u32 = 200;

/// Words that say that what follows is still to come.
static TO_COME: Words = Words::new(|| lists::words("to come"));

/// Whether one of the few words before is one of something still to come.
fn is_to_come(line: &Line, at: usize) -> bool {
    const BEFORE: usize = 3;
    let near = line.tokens.get(at.saturating_sub(BEFORE)..at).unwrap_or_default();
    near.iter().any(|token| TO_COME.contains(&token.folded.as_str()))
}

/// Where one line says that a thing will be done and the other that there will be none of it.
fn will_not(scene: &Scene<'_>, a: usize, b: usize) -> Option<(Value, Value)> {
    let (ours, theirs) = (&scene.lines[a], &scene.lines[b]);
    if likeness(scene, a, b).sure < FORESEEN
        || theirs.tokens.iter().any(|token| is(&TABLE.no, token))
    {
        return None;
    }
    let at = ours.tokens.iter().position(|token| token.folded == "no")?;
    let deed = ours.tokens.get(at + 1).filter(|token| token.weight > 0 && !token.capital)?;
    let told = theirs.tokens.iter().position(|token| token.stem == deed.stem)?;
    let other = theirs.tokens.get(told)?.span;
    let ahead = is_to_come(ours, at) && is_to_come(theirs, told);
    let quoted = spoken(scene, a, deed.span) || spoken(scene, b, other);
    let denial = ours.tokens.get(at)?.span.to(deed.span);
    (ahead && !quoted).then_some((Value { line: a, span: denial }, Value { line: b, span: other }))
}

/// Whether one line of some values says what is still to come.
pub(super) fn is_foreseen(scene: &Scene<'_>, values: &[Value]) -> bool {
    values.iter().all(|value| {
        let line = &scene.lines[value.line];
        let at = line.start_of(value.span);
        is_to_come(line, at)
    })
}

/// Whether a negation denies what stands after it: `not only` and `not to` do not.
fn denies(scope: &[&Token]) -> bool {
    !scope.first().is_some_and(|token| is(&TABLE.mere, token))
}

/// Whether what is denied is denied but for something: `did not object, apart from …`.
fn excepts(line: &Line, scope: &[&Token]) -> bool {
    let Some(last) = scope.last() else { return false };
    let next = line.tokens.iter().find(|token| token.span.start() >= last.span.end());
    next.is_some_and(|token| is(&TABLE.save, token))
        || scope.iter().any(|token| is(&TABLE.save, token))
}

/// The words a negation at `at` denies: those after it in its clause.
fn scope(line: &Line, at: usize) -> Vec<&Token> {
    let after = line.tokens.iter().skip(at + 1).take(REACH);
    after.take_while(|token| !token.after_break && !is(&TABLE.ends, token)).collect()
}

/// Whether the word at a place denies what stands beside it: `not`, `denied that`, `ruled out`.
pub(super) fn denies_at(line: &Line, at: usize) -> bool {
    static DENIALS: Words = Words::new(|| lists::words("denials"));
    let Some(token) = line.tokens.get(at) else { return false };
    let mere = line.tokens.get(at + 1).is_some_and(|next| is(&TABLE.mere, next));
    is(&TABLE.no, token) && !mere || DENIALS.contains(&token.folded.as_str())
}

/// Whether a word before `at` in its clause makes it a question or a wish.
pub(super) fn is_asked(line: &Line, at: usize) -> bool {
    static ASKED: Words = Words::new(|| lists::words("asked"));
    const BEFORE: usize = 6;
    let before = line.tokens.get(at.saturating_sub(BEFORE)..at).unwrap_or_default();
    before.iter().any(|token| ASKED.contains(&token.folded.as_str()))
}

/// Whether a word before `at` in its clause says that it has not happened yet.
pub(super) fn opened(line: &Line, at: usize) -> bool {
    let before = line.tokens.get(..=at).unwrap_or_default().iter().rev();
    let mut clause = Vec::new();
    for token in before {
        clause.push(token);
        if token.after_break || clause.len() > REACH {
            break;
        }
    }
    clause.into_iter().any(|token| is(&TABLE.open, token))
}

/// The place in `line` where all of `wanted` stand close together and are not denied.
fn affirmed(scene: &Scene<'_>, at_line: usize, wanted: &[&Token], light: bool) -> Option<Span> {
    let line = &scene.lines[at_line];
    let language = scene.accounts[line.account].language;
    let mut places = Vec::new();
    let mut worth = 0;
    for token in wanted {
        let at = line.tokens.iter().position(|other| {
            other.weight > 0 && (other.stem == token.stem || stands_for(language, token, other))
        })?;
        worth += token.weight.min(line.tokens[at].weight);
        places.push(at);
    }
    let (first, last) = (*places.iter().min()?, *places.iter().max()?);
    if worth < AFFIRMED || last - first > SPREAD {
        return None;
    }
    if language.primary() == "en" && is_turned(line, &places) {
        return None;
    }
    // "Its only objection" is not that there was one.
    let ahead = first.checked_sub(1).and_then(|at| line.tokens.get(at));
    if ahead.is_some_and(|token| is(&TABLE.mere, token)) {
        return None;
    }
    let denied = line
        .tokens
        .iter()
        .enumerate()
        .any(|(at, token)| is(&TABLE.no, token) && at + REACH >= first && at <= last + 2);
    if denied || opened(line, last) || crosses_clauses(line, first, last) {
        return None;
    }
    if light && !is_done(line, first, last) {
        return None;
    }
    let from = verb_before(line, first).unwrap_or(first);
    let span = line.tokens.get(from)?.span.to(line.tokens.get(last)?.span);
    (!spoken(scene, at_line, span)).then_some(span)
}

/// Whether the words stand in another order, the last of them a verb of the present: that `the talks stall` is
/// not what `not enough to stall the talks` denies. What is suffered may stand so: `a warning was issued`.
fn is_turned(line: &Line, places: &[usize]) -> bool {
    let turned = places.array_windows::<2>().any(|[one, next]| one > next);
    let last = places.iter().max().and_then(|&last| line.tokens.get(last));
    turned && last.is_some_and(|token| token.folded.ends_with('s'))
}

/// Whether a verb that says only that something is stands beside it: `issued` a warning.
fn is_done(line: &Line, first: usize, last: usize) -> bool {
    const BESIDE: usize = 3;
    let near = line.tokens.get(first.saturating_sub(BESIDE)..=last + BESIDE);
    let near = near.or_else(|| line.tokens.get(first.saturating_sub(BESIDE)..));
    near.unwrap_or_default().iter().any(|token| is(&TABLE.light, token))
}

/// Whether a place is inside somebody's own words, which are theirs and no account's.
pub(super) fn spoken(scene: &Scene<'_>, line: usize, span: Span) -> bool {
    let all = &scene.account(line).notes.quotations;
    let own = scene.lines[line].quotations.iter().filter_map(|&at| all.get(at));
    own.filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .any(|quotation| quotation.span.overlaps(span))
}

/// The word right before the affirmed ones, over an article: most often what was done to them.
fn verb_before(line: &Line, first: usize) -> Option<usize> {
    static ARTICLES: Words = Words::new(|| lists::words("articles"));
    let mut at = first;
    while !line.tokens.get(at)?.after_break {
        at = at.checked_sub(1)?;
        let token = line.tokens.get(at)?;
        if !ARTICLES.contains(&token.folded.as_str()) {
            return (token.weight > 0 && !token.figure).then_some(at);
        }
    }
    None
}

fn stands_for(language: Language, a: &Token, b: &Token) -> bool {
    use parallax_language::lexicon::Relation::{Derived, Synonym};
    language.primary() == "en" && matches!(related(&a.stem, &b.stem), Some(Derived | Synonym))
}

fn crosses_clauses(line: &Line, first: usize, last: usize) -> bool {
    line.tokens.get(first + 1..=last).unwrap_or_default().iter().any(|token| token.after_break)
}

/// Where the two lines use opposite words of one thing.
fn opposite(scene: &Scene<'_>, a: usize, b: usize) -> Option<(Value, Value)> {
    let (ours, theirs) = (&scene.lines[a], &scene.lines[b]);
    let is_in = |stem: &str, side: &[String]| side.iter().any(|word| word == stem);
    let place = |line: &Line, side: &[String]| -> Option<usize> {
        let one = |token: &Token| {
            is_in(&token.stem, side) && !is_compound(scene, line, token) && !comes_next(line, token)
        };
        let at = line.tokens.iter().position(one)?;
        let free = !opened(line, at) && !line.tokens.iter().any(|token| is(&TABLE.no, token));
        free.then_some(at)
    };
    let has =
        |line: &Line, side: &[String]| line.tokens.iter().any(|token| is_in(&token.stem, side));
    TABLE.opposites.iter().find_map(|(one, other)| {
        // A line with words of both sides tells of two things.
        if [ours, theirs].iter().any(|line| has(line, one) && has(line, other)) {
            return None;
        }
        let (x, y) = match (place(ours, one), place(theirs, other)) {
            (Some(x), Some(y)) => (x, y),
            _ => (place(ours, other)?, place(theirs, one)?),
        };
        let (x, y) = (ours.tokens.get(x)?.span, theirs.tokens.get(y)?.span);
        let shared = super::slot::shared(scene, (a, x), (b, y));
        let place = |line: &Line, span: Span| line.start_of(span);
        let doer = one_doer((ours, place(ours, x)), (theirs, place(theirs, y)))
            || one_object_behind((ours, x), (theirs, y));
        let enough = shared >= AFFIRMED && one_object((ours, x), (theirs, y)) && doer;
        enough.then_some((Value { line: a, span: x }, Value { line: b, span: y }))
    })
}

/// Whether a word is half of one that is put together: `the state-backed plan`.
pub(super) fn is_compound(scene: &Scene<'_>, line: &Line, token: &Token) -> bool {
    let text = scene.accounts[line.account].article.text.as_str();
    let before = text.get(..token.span.start()).unwrap_or_default();
    let after = text.get(token.span.end()..).unwrap_or_default();
    let hyphens = ['-', '\u{2010}', '\u{2011}'];
    before.ends_with(hyphens) || after.starts_with(hyphens)
}

/// Whether a word right before says that it came after something else: `later resumed`.
fn comes_next(line: &Line, token: &Token) -> bool {
    const BEFORE: usize = 2;
    static NEXT: Words = Words::new(|| lists::words("next"));
    let at = line.start_of(token.span);
    let before = line.tokens.get(at.saturating_sub(BEFORE)..at).unwrap_or_default();
    before.iter().any(|token| NEXT.contains(&token.folded.as_str()))
}

/// Whether one content word that is no name stands close behind both.
fn one_object_behind((ours, x): (&Line, Span), (theirs, y): (&Line, Span)) -> bool {
    const CLOSE: usize = 5;
    let behind = |line: &Line, span: Span| -> BTreeSet<Text> {
        let part = line.tokens.iter().skip(line.end_of(span)).take(CLOSE);
        let content = part.filter(|token| token.weight > 0 && !token.capital);
        content.map(|token| token.stem.clone()).collect()
    };
    !behind(ours, x).is_disjoint(&behind(theirs, y))
}

/// Whether one content word stands close to both: what it was done to.
fn one_object((ours, x): (&Line, Span), (theirs, y): (&Line, Span)) -> bool {
    const CLOSE: usize = 5;
    let near = |line: &Line, span: Span| -> Vec<Text> {
        let at = line.tokens.partition_point(|token| token.span.start() < span.start());
        let part = line.tokens.iter().skip(at.saturating_sub(CLOSE)).take(CLOSE * 2 + 1);
        let content = part.filter(|token| token.weight > 0 && token.span != span);
        content.map(|token| token.stem.clone()).collect()
    };
    let others = near(theirs, y);
    near(ours, x).iter().any(|stem| others.contains(stem))
}

/// Whether a word close before both is one: who does it.
fn one_doer((ours, x): (&Line, usize), (theirs, y): (&Line, usize)) -> bool {
    const CLOSE: usize = 4;
    let before = |line: &Line, at: usize| -> BTreeSet<Text> {
        let part = line.tokens.get(at.saturating_sub(CLOSE)..at).unwrap_or_default();
        let content = part.iter().filter(|token| token.weight > 0 || token.named.is_some());
        content.map(|token| token.stem.clone()).collect()
    };
    !before(ours, x).is_disjoint(&before(theirs, y))
}
