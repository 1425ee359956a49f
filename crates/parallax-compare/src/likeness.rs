//! How alike two sentences of different articles are.

use crate::{
    amounts::{self, Fit},
    rarity::SAYING,
    scene::{Line, Scene, Token},
    vocabulary::Word,
};
use parallax_language::{
    Language,
    lexicon::{Kin, Relation, related},
};
use parallax_model::{EntityKind, Precision, Quantity, Timex};
use std::{cmp::Reverse, collections::BTreeMap};

/// What is added to all that could be shared: a likeness of few words is less sure than one of many.
///
/// Chosen with the other worths here on the development stories and on pairs
/// of sentences from real news.
const DOUBT: u32 = 2000;
/// The worth from which a shared thing is counted as one.
const A_THING: u32 = 350;
/// The worth of an amount both sentences give, in thousandths.
const AMOUNT: u32 = 2500;
/// The worth of a small whole number both give: twos and threes are everywhere.
const SMALL_AMOUNT: u32 = 900;
/// The worth of two amounts of one unit or one sort of thing that are not one amount.
const OTHER_AMOUNT: u32 = 800;
/// The worth of two days of one season that are not one day.
const OTHER_DAY: u32 = 500;
/// The worth of a day both give.
const DAY: u32 = 2400;
/// Letters that words made from one begin with alike, at least.
pub(crate) const ALIKE_AT_LEAST: usize = 4;
/// What part of the worth of two words their standing together adds.
const PHRASE: u32 = 2;
/// The worth of a month or year both give.
const MONTH: u32 = 1600;

/// What two sentences share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Likeness {
    /// The evidence shared, in thousandths.
    pub(crate) shared: Evidence,
    /// How sure that makes it that they tell one thing, in thousandths.
    pub(crate) sure: u32,
    /// How many separate things they share: words, names, amounts, days.
    pub(crate) things: usize,
}

/// What a sentence can share or two do share, in thousandths, by sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Evidence {
    pub(crate) words: u32,
    pub(crate) entities: u32,
    pub(crate) amounts: u32,
    pub(crate) dates: u32,
}

impl Evidence {
    /// All of it.
    pub(crate) const fn total(self) -> u32 {
        self.words + self.entities + self.amounts + self.dates
    }

    /// All of it, where names count for little more than what is said of them.
    ///
    /// Every sentence of a story names its people; two that share no more
    /// than those tell different things.
    pub(crate) fn balanced(self) -> u32 {
        let said = self.words + self.amounts + self.dates;
        said + self.entities.min(said * 12 / 10)
    }
}

/// Compares two lines of one language.
pub(crate) fn likeness(scene: &Scene<'_>, a: usize, b: usize) -> Likeness {
    let (ours, theirs) = (&scene.lines[a], &scene.lines[b]);
    let both = shared_entities(&ours.known, &theirs.known);
    let mut things = both.iter().filter(|(_, worth)| *worth >= A_THING).count();
    let words = shared_words(scene, ours, theirs, &both);
    things += words.things;
    let shared = Evidence {
        words: words.worth + shared_phrases(&ours.known, &theirs.known),
        entities: both.iter().map(|(_, worth)| worth).sum(),
        amounts: shared_amounts(scene, a, b),
        dates: shared_dates(scene, a, b),
    };
    things += [shared.amounts, shared.dates].iter().filter(|worth| **worth >= A_THING).count();
    let (all_a, all_b) = (ours.known.evidence, theirs.known.evidence);
    // A short sentence inside a long one shares all it has.
    let all = (all_a.midpoint(all_b) * 85 + all_a.min(all_b) * 15) / 100;
    Likeness { shared, sure: (shared.total() * 1000).checked_div(all + DOUBT).unwrap_or(0), things }
}

/// What a line could share, worked out once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// All of it, in thousandths.
    evidence: u32,
    /// The words that say something, without figures.
    words: Vec<Telling>,
    /// The keys, the numbers and the beginnings among them: what is not there is held by no word.
    keys: Held,
    numbers: Held,
    beginnings: Held,
    /// The entities, ascending, with the worth of each.
    entities: Vec<(usize, u32)>,
    /// The words that stand together, by the keys of their stems, with the worth of both.
    phrases: Vec<((u32, u32), u32)>,
    /// The places among the entities, save who says so.
    places: Vec<usize>,
    /// The people among them.
    people: Vec<usize>,
}

/// What is asked most of a word of a line.
#[derive(Clone, Copy, Debug)]
struct Telling {
    key: u32,
    word: usize,
    weight: u32,
    named: Option<usize>,
    /// Whether no word stands for it.
    lone: bool,
    /// A number for the letters that words made from one begin with alike, and none for a shorter word.
    beginning: Option<usize>,
    /// Its place among the words of the line.
    at: usize,
}

impl Known {
    /// Of a line whose words are weighed.
    pub(crate) fn of(scene: &Scene<'_>, line: usize) -> Self {
        let own = &scene.lines[line];
        let words = own.tokens.iter().enumerate();
        let words = words.filter(|(_, token)| token.weight > 0 && !token.figure);
        let words = words.map(|(at, token)| {
            let Token { key, word, weight, named, .. } = *token;
            let lone = scene.vocabulary.is_lone(word);
            Telling { key, word, weight, named, lone, beginning: beginning(&token.folded), at }
        });
        let words: Vec<Telling> = words.collect();
        let entities = own.entities.iter();
        Self {
            evidence: evidence(scene, line).total(),
            keys: words.iter().map(|word| word.key as usize).collect(),
            numbers: words.iter().map(|word| word.word).collect(),
            beginnings: words.iter().filter_map(|word| word.beginning).collect(),
            words,
            entities: entities.map(|&entity| (entity, entity_worth(scene, own, entity))).collect(),
            phrases: phrases(own),
            places: places(scene, own),
            people: people(scene, own),
        }
    }

    /// The places the line is about, ascending.
    pub(crate) fn places(&self) -> &[usize] {
        &self.places
    }

    /// The people the line names, ascending.
    pub(crate) fn people(&self) -> &[usize] {
        &self.people
    }
}

/// Of some numbers, the last digits of each.
#[derive(Clone, Copy, Debug, Default)]
struct Held([u64; 4]);

impl Held {
    fn place(number: usize) -> (usize, u64) {
        (number / 64 % 4, 1 << (number % 64))
    }

    /// Whether the number may be among them.
    fn may_have(&self, number: usize) -> bool {
        let (part, bit) = Self::place(number);
        self.0[part] & bit != 0
    }
}

impl FromIterator<usize> for Held {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut held = Self::default();
        for (part, bit) in numbers.into_iter().map(Self::place) {
            held.0[part] |= bit;
        }
        held
    }
}

/// A number for the first letters of a word; equal ones have equal numbers.
fn beginning(word: &str) -> Option<usize> {
    let mut letters = word.chars();
    (0..ALIKE_AT_LEAST).try_fold(0_usize, |number, _| {
        Some(number.wrapping_mul(31).wrapping_add(letters.next()? as usize))
    })
}

fn places(scene: &Scene<'_>, line: &Line) -> Vec<usize> {
    let kind = |entity: usize| scene.entities.get(entity).map(|known| known.kind);
    let meant = line.entities.difference(&line.sayers).copied();
    meant.filter(|&entity| kind(entity) == Some(EntityKind::Place)).collect()
}

fn people(scene: &Scene<'_>, line: &Line) -> Vec<usize> {
    let kind = |entity: usize| scene.entities.get(entity).map(|known| known.kind);
    let named = line.entities.iter().copied();
    named.filter(|&entity| kind(entity) == Some(EntityKind::Person)).collect()
}

/// All a line could share.
pub(crate) fn evidence(scene: &Scene<'_>, line: usize) -> Evidence {
    let own = &scene.lines[line];
    let words = own.tokens.iter().filter(|token| counts(token));
    Evidence {
        words: words.map(|token| token.weight).sum(),
        entities: own.entities.iter().map(|entity| entity_worth(scene, own, *entity)).sum(),
        amounts: amounts_of(scene, line).map(worth).sum(),
        dates: dates_of(scene, line).map(|date| day_worth(scene, date)).sum(),
    }
}

/// The worth of an entity in a line: little where it is only who says so.
pub(crate) fn entity_worth(scene: &Scene<'_>, line: &Line, entity: usize) -> u32 {
    let worth = scene.rarity.entity(entity);
    if line.sayers.contains(&entity) { worth / SAYING } else { worth }
}

/// Whether a word counts as itself: names and figures are counted as what they mean.
pub(crate) fn counts(token: &Token) -> bool {
    token.weight > 0 && token.named.is_none() && !token.figure
}

/// The entities of both lines with what each is worth to the one that makes less of it.
fn shared_entities(a: &Known, b: &Known) -> Vec<(usize, u32)> {
    let theirs = |entity: usize| {
        let at = b.entities.binary_search_by_key(&entity, |(other, _)| *other).ok()?;
        b.entities.get(at).map(|(_, worth)| *worth)
    };
    let both = a.entities.iter();
    both.filter_map(|&(entity, worth)| Some((entity, worth.min(theirs(entity)?)))).collect()
}

/// The worth of the words two lines hold.
#[derive(Default)]
struct Shared {
    worth: u32,
    /// How many of them count as a thing.
    things: usize,
}

impl Shared {
    fn add(&mut self, worth: u32) {
        self.worth += worth;
        self.things += usize::from(worth >= A_THING);
    }
}

/// Marks on the first words of a line that say something.
#[derive(Clone, Copy, Default)]
struct Marks([u64; Self::PARTS]);

impl Marks {
    const PARTS: usize = 4;

    fn set(&mut self, at: usize) {
        if let Some(part) = self.0.get_mut(at / 64) {
            *part |= 1 << (at % 64);
        }
    }

    /// Whether a word is marked; all past the last mark there is room for are.
    fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_none_or(|part| part >> (at % 64) & 1 == 1)
    }
}

/// What words both lines hold; `both` are the entities they share.
///
/// A sentence is looked at up to its 256th word that says something.
fn shared_words(scene: &Scene<'_>, a: &Line, b: &Line, both: &[(usize, u32)]) -> Shared {
    let language = scene.accounts[a.account].language;
    let foreign = scene.accounts[b.account].language != language;
    // A name the other line does not mean may still be a form of a word there:
    // "Norvania" of "Norvanian".
    let is_shared = |entity: usize| both.iter().any(|(other, _)| *other == entity);
    let open = |word: &Telling| word.named.is_none_or(|entity| !is_shared(entity));
    let (ours, theirs) = (&a.known.words, &b.known.words);
    let (mut taken, mut done) = (Marks::default(), Marks::default());
    for (at, _) in theirs.iter().enumerate().filter(|(_, word)| !open(word)) {
        taken.set(at);
    }
    let mut shared = Shared::default();
    for (at, word) in ours.iter().enumerate() {
        if !open(word) {
            done.set(at);
            continue;
        }
        // One name of two entities is no shared word: two people called Ana.
        let same = |&(at, other): &(usize, &Telling)| {
            other.key == word.key
                && (other.named.is_none() || word.named.is_none())
                && !taken.has(at)
        };
        if !b.known.keys.may_have(word.key as usize) {
            continue;
        }
        if let Some((there, other)) = theirs.iter().enumerate().find(same) {
            shared.add(word.weight.min(other.weight));
            taken.set(there);
            done.set(at);
        }
    }
    for (_, word) in ours.iter().enumerate().filter(|(at, _)| !done.has(*at)) {
        let may_stand = if foreign {
            may_stand_abroad(word, a, b)
        } else {
            !word.lone
                && scene.vocabulary.stands_for_any(word.word, |it| b.known.numbers.may_have(it))
        };
        if !may_stand {
            continue;
        }
        let free = theirs.iter().enumerate().filter(|(at, _)| !taken.has(*at));
        let worth = |other: &Telling, tenths: u32| word.weight.min(other.weight) * tenths / 10;
        let mut best: Option<(u32, Reverse<usize>)> = None;
        if foreign {
            let Some(own) = a.tokens.get(word.at) else { continue };
            for (at, other) in free {
                let Some(token) = b.tokens.get(other.at) else { continue };
                let worth = worth(other, closeness(language, own, token));
                best = best.max(Some((worth, Reverse(at))));
            }
        } else {
            let close = scene.vocabulary.close_to(word.word);
            for &(number, tenths) in close.iter().filter(|(at, _)| b.known.numbers.may_have(*at)) {
                for (at, other) in free.clone().filter(|(_, other)| other.word == number) {
                    best = best.max(Some((worth(other, tenths), Reverse(at))));
                }
            }
        }
        if let Some((worth, Reverse(at))) = best.filter(|(worth, _)| *worth > 0) {
            shared.add(worth);
            taken.set(at);
        }
    }
    shared
}

/// Whether a word may stand for one of a line in another language: it is related to some word, or begins like one there.
fn may_stand_abroad(word: &Telling, own: &Line, other: &Line) -> bool {
    let related = own.tokens.get(word.at).is_some_and(|token| !token.kin.is_alone());
    related || word.beginning.is_some_and(|start| other.known.beginnings.may_have(start))
}

/// The words of a line that stand together: `tear gas`, `joint statement`.
fn phrases(line: &Line) -> Vec<((u32, u32), u32)> {
    let content: Vec<&Token> = line.tokens.iter().filter(|token| counts(token)).collect();
    let pairs = content.windows(2).filter_map(|pair| match pair {
        [first, second] if !second.after_break => {
            Some(((first.key, second.key), first.weight + second.weight))
        }
        _ => None,
    });
    let once: BTreeMap<(u32, u32), u32> = pairs.collect();
    once.into_iter().collect()
}

/// What it adds that two words stand together in both lines.
fn shared_phrases(a: &Known, b: &Known) -> u32 {
    let shared = |pair: &(u32, u32)| b.phrases.binary_search_by_key(pair, |(own, _)| *own).is_ok();
    let both = a.phrases.iter().filter(|(pair, _)| shared(pair));
    both.map(|(_, worth)| worth / PHRASE).sum()
}

/// How far one word stands for another, in tenths.
pub(crate) fn closeness(language: Language, a: &Token, b: &Token) -> u32 {
    let names = a.capital && b.capital;
    if let Some(tenths) = of_one_make(&a.folded, &b.folded, names) {
        return tenths;
    }
    // Looked up where it can matter alone: this is asked of every two words of two lines.
    let kin = if a.kin.is_alone() { Kin::default() } else { Kin::of(language, &b.stem) };
    of_one_kin(language, (a.key, a.kin), (b.key, kin))
}

/// The same of two words, where what is held of the other's relations in the language is known.
pub(crate) fn stands_for(language: Language, a: &Word, b: &Word, kin: Kin) -> u32 {
    let (ours, theirs) = (&a.read, &b.read);
    let alike = of_one_make(&ours.folded, &theirs.folded, ours.capital && theirs.capital);
    alike.unwrap_or_else(|| of_one_kin(language, (a.key, ours.kin), (b.key, kin)))
}

/// How far a word stands for one that is made from it, or as it is; `None` where it is not.
fn of_one_make(a: &str, b: &str, names: bool) -> Option<u32> {
    alike(a, b, names).then_some(if names { 10 } else { 8 })
}

/// How far a word stands for another by what they mean, each with its key and its relations.
fn of_one_kin(language: Language, (a, ours): (u32, Kin), (b, theirs): (u32, Kin)) -> u32 {
    if ours.is_rival(theirs) {
        return 7;
    }
    if language.primary() != "en" || a == b {
        return 0;
    }
    match ours.related(theirs) {
        Some(Relation::Synonym | Relation::Derived) => 7,
        Some(Relation::Kin | Relation::Antonym) => 4,
        None => 0,
    }
}

/// Words made from one: `Norvania` and `Norvanian`, `fisher` and `fishery`.
pub(crate) fn alike(a: &str, b: &str, names: bool) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let least = if names { ALIKE_AT_LEAST } else { 6 };
    if same < least {
        return false;
    }
    let (ours, theirs) = (a.chars().count(), b.chars().count());
    let (short, long) = (ours.min(theirs), ours.max(theirs));
    if names {
        return same + 2 >= short && long <= same + 4;
    }
    same + 1 >= short && long <= same + 5
}

pub(crate) fn amounts_of<'a>(
    scene: &'a Scene<'_>,
    line: usize,
) -> impl Iterator<Item = &'a Quantity> {
    let all = &scene.account(line).notes.quantities;
    scene.lines[line].quantities.iter().filter_map(|&at| all.get(at))
}

pub(crate) fn dates_of<'a>(scene: &'a Scene<'_>, line: usize) -> impl Iterator<Item = &'a Timex> {
    let all = &scene.account(line).notes.dates;
    scene.lines[line].dates.iter().filter_map(|&at| all.get(at))
}

/// Whether two amounts may count one sort of thing.
pub(crate) fn one_sort(a: &Quantity, b: &Quantity) -> bool {
    let (ours, theirs) = (a.counted.as_str(), b.counted.as_str());
    let kin = ours == theirs || related(ours, theirs).is_some();
    if ours.is_empty() && theirs.is_empty() { !a.unit.is_empty() } else { kin }
}

/// Whether an amount is so particular that it is hardly given twice by chance.
fn is_telling(amount: &Quantity) -> bool {
    /// Three digits that say something, or a fraction.
    const TELLING: i128 = 100;
    let mut digits = amount.milli.abs();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits >= TELLING
}

pub(crate) fn worth(amount: &Quantity) -> u32 {
    if amount.unit.is_empty() && amount.milli.abs() <= 3000 { SMALL_AMOUNT } else { AMOUNT }
}

fn shared_amounts(scene: &Scene<'_>, a: usize, b: usize) -> u32 {
    if amounts_of(scene, a).next().is_none() {
        return 0;
    }
    let mut free: Vec<&Quantity> = amounts_of(scene, b).collect();
    if free.is_empty() {
        return 0;
    }
    let (mut shared, mut left) = (0, Vec::new());
    for ours in amounts_of(scene, a) {
        let same = free.iter().position(|theirs| {
            amounts::compare(ours, theirs) == Fit::Same
                && (one_sort(ours, theirs) || is_telling(ours) && is_telling(theirs))
        });
        if let Some(at) = same {
            shared += worth(ours).min(worth(free[at]));
            free.swap_remove(at);
        } else {
            left.push(ours);
        }
    }
    // Accounts that differ in a figure still tell of one thing.
    for ours in left {
        let alike = free.iter().position(|theirs| {
            let unit = ours.unit == theirs.unit && !ours.unit.is_empty();
            let counted = ours.counted == theirs.counted && !ours.counted.is_empty();
            (unit || counted) && !amounts::far_apart(ours, theirs)
        });
        if let Some(at) = alike {
            shared += OTHER_AMOUNT;
            free.swap_remove(at);
        }
    }
    shared
}

pub(crate) fn day_worth(scene: &Scene<'_>, date: &Timex) -> u32 {
    let most = match date.precision {
        Precision::Day | Precision::Time => DAY,
        Precision::Duration => 0,
        _ => MONTH,
    };
    scene.rarity.date(&date.value, most)
}

fn shared_dates(scene: &Scene<'_>, a: usize, b: usize) -> u32 {
    if dates_of(scene, a).next().is_none() {
        return 0;
    }
    let mut free: Vec<&Timex> = dates_of(scene, b).collect();
    let mut shared = 0;
    for ours in dates_of(scene, a) {
        if let Some(at) = free.iter().position(|theirs| theirs.value == ours.value) {
            shared += day_worth(scene, ours);
            free.swap_remove(at);
        } else if free.iter().any(|theirs| same_month(ours, theirs)) {
            shared += OTHER_DAY;
        }
    }
    shared
}

/// Whether two different days are of one month.
fn same_month(a: &Timex, b: &Timex) -> bool {
    let days = a.precision == Precision::Day && b.precision == Precision::Day;
    days && a.value.get(..7) == b.value.get(..7)
}
