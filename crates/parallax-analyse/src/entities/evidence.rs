//! What sort of thing a name is, by the words in it and around it.

use super::{
    candidates::{Candidate, Told},
    lists::{self, Noun},
    surroundings,
    tokens::{Gap, Token, Tokens},
};
use parallax_language::names::{
    Gender, gender_of_given_name, gender_of_title, is_given_name, is_place, is_role, is_title,
    sounds_like_given_name,
};
use parallax_model::EntityKind;
use std::{cell::RefCell, collections::BTreeMap};

/// Votes for each sort of entity. Weights are whole and small: 4 settles it, 1 only breaks ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    /// For a human being.
    pub(crate) person: u32,
    /// For a body.
    pub(crate) organization: u32,
    /// For a place.
    pub(crate) place: u32,
    /// For a happening.
    pub(crate) event: u32,
    /// For a thing.
    pub(crate) other: u32,
}

impl Votes {
    /// Adds the votes of another mention.
    pub(crate) fn add(&mut self, other: Self) {
        self.person += other.person;
        self.organization += other.organization;
        self.place += other.place;
        self.event += other.event;
        self.other += other.other;
    }

    /// The sort with most votes; the first of person, organization, place, event, other on a tie.
    pub(crate) fn best(&self) -> Option<EntityKind> {
        let all = [
            (self.person, EntityKind::Person),
            (self.organization, EntityKind::Organization),
            (self.place, EntityKind::Place),
            (self.event, EntityKind::Event),
            (self.other, EntityKind::Other),
        ];
        let most = all.iter().map(|(votes, _)| *votes).max().filter(|&most| most > 0)?;
        all.into_iter().find(|(votes, _)| *votes == most).map(|(_, kind)| kind)
    }
}

/// Votes by where title, name and closing noun of a candidate stand: they are asked for before
/// and after the learned model has spoken, and it changes none.
type Votings = RefCell<BTreeMap<[usize; 4], Votes>>;

/// What was told of candidates so far, by their words and by those around them.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    words: Votings,
    places: Votings,
}

fn told(known: &Votings, candidate: &Candidate, judge: impl FnOnce() -> Votes) -> Votes {
    let Candidate { title, from, to, closed, .. } = *candidate;
    let place = [title, from, to, closed];
    if let Some(votes) = known.borrow().get(&place) {
        return *votes;
    }
    let votes = judge();
    known.borrow_mut().insert(place, votes);
    votes
}

/// The votes of the name's own words.
pub(crate) fn of_words(tokens: &Tokens<'_>, candidate: &Candidate) -> Votes {
    told(&tokens.judged.words, candidate, || judged_by_words(tokens, candidate))
}

fn judged_by_words(tokens: &Tokens<'_>, candidate: &Candidate) -> Votes {
    let mut votes = Votes::default();
    let (from, to) = (candidate.from, candidate.to);
    let phrase = tokens.phrase(from, to);
    let (first, last) = (tokens.word(from), tokens.word(to.saturating_sub(1)));
    let several = to - from > 1;
    if crate::citations::is_medium(phrase) {
        votes.organization += 6;
    }
    if tokens.is_outlet(phrase) {
        votes.organization += 21;
    }
    if lists::is_known_body(phrase) {
        votes.organization += 21;
    }
    // `МИД Варландии`: a body known by its letters, and whose it is.
    if several && super::russian::is_cyrillic(first) && lists::is_known_body(first) {
        votes.organization += 6;
    }
    // `Exbury, DC`: letters of a state behind a town.
    let lettered = several && tokens.all.get(to - 1).is_some_and(|token| token.letters);
    if is_place(phrase) || lettered && is_place(first) {
        votes.place += 20;
    }
    if several && lists::is("town", first) {
        votes.place += 2;
    }
    if candidate.closed > to {
        match lists::noun(tokens.word(to)) {
            Some(Noun::Place) => votes.place += 4,
            Some(Noun::Event) => votes.event += 4,
            _ => votes.organization += 4,
        }
    }
    // `La Paz` is a town, whatever its second word.
    let plain = several && !lists::is("particle", first);
    let numbered = is_numeral(last) && to - from > 2;
    let closing = if numbered { tokens.word(to - 2) } else { last };
    let tail = lists::noun(closing).filter(|_| plain);
    let tail = tail.or_else(|| body_noun(tokens, from, to));
    let head = lists::noun(first).filter(|_| plain && !is_given_name(first));
    let inner = (from + 1..to).find(|&at| tokens.word(at) == "of");
    let head = head.or_else(|| lists::noun(tokens.word(inner? - 1)).filter(|_| plain));
    match tail.or(head) {
        Some(Noun::Organization) => votes.organization += 4,
        Some(Noun::Place) => votes.place += 4,
        Some(Noun::Event) => votes.event += 4,
        Some(Noun::Other) => votes.other += 4,
        None => {}
    }
    if several && tail.is_none() && !is_given_name(first) && is_place(last) && votes.place == 0 {
        // Clubs bear their town: `Rovers Exbury`.
        votes.organization += 2;
    }
    if to - from == 2 && is_given_name(first) && lists::is("landname", last) {
        // `Ada Lane` may be a woman or a street.
        votes.person += 4;
    }
    let latin =
        matches!(tokens.language, "ru" | "kk" | "kk-Cyrl") && !super::russian::is_cyrillic(first);
    if latin && votes == Votes::default() && !is_given_name(first) && !is_code(tokens, from, to) {
        // Foreign people are written in Cyrillic, foreign firms often are not.
        votes.organization += 2;
    }
    if is_given_name(first) && tail.is_none() && !lists::is("town", first) {
        votes.person += if several { 6 } else { 2 };
    }
    let initial = is_initial(tokens, from) || to - from > 2 && is_initial(tokens, from + 1);
    if several && initial && tail.is_none() {
        votes.person += 4;
    }
    if several && votes == Votes::default() && sounds_like_given_name(first) {
        votes.person += 2;
    }
    if lists::is("happening", first) {
        votes.event += 21;
    }
    if tokens.language.starts_with("kk") && several && votes == Votes::default() {
        votes.person += 1;
    }
    votes
}

/// A noun for a body among the small words of a Russian name: `Верховный суд …`.
fn body_noun(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<Noun> {
    let small = |at: &usize| tokens.all.get(*at).is_some_and(|token| !token.capital);
    (from..to)
        .filter(small)
        .filter(|at| super::russian::is_cyrillic(tokens.word(*at)))
        .find_map(|at| lists::noun(tokens.word(at)))
}

/// The votes of the words around one mention.
pub(crate) fn of_place(tokens: &Tokens<'_>, candidate: &Candidate) -> Votes {
    told(&tokens.judged.places, candidate, || judged_by_place(tokens, candidate))
}

fn judged_by_place(tokens: &Tokens<'_>, candidate: &Candidate) -> Votes {
    let mut votes = surroundings::votes(tokens, candidate);
    if candidate.title < candidate.from {
        votes.person += 4;
    }
    let before = |back: usize| {
        candidate.title.checked_sub(back).map_or("", |at| near(tokens, candidate, at))
    };
    let after = |on: usize| near(tokens, candidate, candidate.closed + on);
    let (last, next) = (before(1), after(0));
    let led = tokens.gap(candidate.closed) == Gap::Space && lists::is("term", next);
    if led {
        votes.person += 2;
    } else if tokens.follows(candidate.title) {
        let several = candidate.to - candidate.from > 1;
        vote_for_word_before(last, before(2), several, &mut votes);
    }
    let owns = tokens.all.get(candidate.to.saturating_sub(1)).is_some_and(Token::owns);
    if tokens.gap(candidate.closed) == Gap::Space || owns {
        if lists::is("team", next) || is_score(tokens, candidate.closed) {
            votes.organization += 3;
        } else if !owns
            && lists::is("speech", next)
            && !matches!(last, "of" | "at" | "for" | "from" | "with" | "the" | "The")
        {
            votes.person += 1;
        }
    }
    if tokens.between(candidate.closed) == ", " {
        let age = next.len() == 2 && next.bytes().all(|byte| byte.is_ascii_digit());
        let closes = tokens.between(candidate.closed + 1).starts_with(',');
        // `a teacher at Lowmark High, who`: nobody is inside a person.
        let inside = matches!(last, "at" | "in");
        if age && closes {
            votes.person += 4;
        } else if !inside && matches!(next, "who" | "whose" | "которая" | "который" | "quien")
        {
            votes.person += 3;
        } else if is_place(next) {
            votes.place += 2;
        }
    }
    votes
}

/// The vote of the learned model.
pub(crate) fn of_model(candidate: &Candidate) -> Votes {
    let mut votes = Votes::default();
    match candidate.told {
        Told::Nothing => {}
        Told::Seen(EntityKind::Person, weight) => votes.person += weight,
        Told::Seen(EntityKind::Organization, weight) => votes.organization += weight,
        Told::Seen(EntityKind::Place, weight) => votes.place += weight,
        Told::Seen(_, weight) | Told::Unseen(weight) => votes.other += weight,
    }
    votes
}

fn vote_for_word_before(last: &str, second: &str, several: bool, votes: &mut Votes) {
    if is_role(last) || is_title(last) || lists::is("family", last) {
        votes.person += 3;
    } else if lists::is("speech", last) {
        votes.person += 1;
    } else if lists::is("locative", last) {
        let weak = matches!(last, "from" | "на" | "из" | "до" | "под");
        votes.place += if weak { 1 } else { 2 };
    } else if matches!(last, "of" | "de" | "du" | "von") && lists::is_place_noun(second) {
        votes.place += 4;
    } else if lists::is("maker", last) || lists::is_facility(last) {
        votes.organization += 3;
    } else if lists::is("ship", last) {
        // Ships bear the names of people.
        votes.other += 8;
    } else if lists::is_place_noun(last) {
        votes.place += 3;
    } else if matches!(last, "beat" | "over" | "against" | "versus" | "defeated") {
        votes.organization += 1;
    } else if matches!(last, "the" | "The") {
        // Ships, papers and treaties take the article; a body of several words may.
        votes.organization += u32::from(several);
        votes.other += u32::from(!several);
    }
}

/// `J.` of `J. Orr`.
fn is_initial(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at).chars().count() == 1 && tokens.between(at + 1).starts_with('.')
}

/// `BX-12`, `T34b`: letters with figures in them or behind a hyphen.
fn is_code(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let figure = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    (from..to).any(|at| figure(tokens.word(at)))
        || tokens.gap(to) == Gap::Hyphen && figure(tokens.word(to))
}

/// `II`, `XVI`, `2`: what follows the noun of `World War II`.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X') || letter.is_ascii_digit())
}

/// `beat Exbury 2-1`: a score follows the name.
fn is_score(tokens: &Tokens<'_>, at: usize) -> bool {
    let figure = |at: usize| {
        let word = tokens.word(at);
        !word.is_empty() && word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    figure(at) && figure(at + 1) && matches!(tokens.between(at + 1), "-" | "–" | ":")
}

/// The word at `at` if it stands in the candidate's sentence.
fn near<'a>(tokens: &Tokens<'a>, candidate: &Candidate, at: usize) -> &'a str {
    if tokens.same_sentence(candidate.from, at) { tokens.word(at) } else { "" }
}

/// What a mention tells of the person's gender: a title before the name, or the given name.
pub(crate) fn gender(tokens: &Tokens<'_>, candidate: &Candidate) -> Option<Gender> {
    titled_gender(tokens, candidate).or_else(|| gender_of_given_name(tokens.word(candidate.from)))
}

/// What a title before the name tells of the person's gender.
pub(crate) fn titled_gender(tokens: &Tokens<'_>, candidate: &Candidate) -> Option<Gender> {
    let start = candidate.title.saturating_sub(usize::from(candidate.title == candidate.from));
    (start..candidate.from)
        .filter(|&at| tokens.same_sentence(at, candidate.from))
        .filter(|&at| tokens.gap(candidate.from) == Gap::Space || at + 1 < candidate.from)
        .find_map(|at| gender_of_title(tokens.word(at)))
}
