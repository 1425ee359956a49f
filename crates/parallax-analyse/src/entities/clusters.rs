//! Candidates with one name, joined.

mod index;

pub(crate) use index::MOST_TRIED;

use super::{
    candidates::Candidate,
    evidence::{self, Votes},
    lists, roles,
    russian::{self, is_cyrillic},
    short_forms,
    tokens::Tokens,
};
use index::{Index, spelt};
use parallax_language::names::{Gender, bare, country, is_given_name, is_place};
use parallax_model::{EntityKind, MentionForm};

/// One appearance of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last.
    pub(crate) end: usize,
    /// How it is meant.
    pub(crate) form: MentionForm,
    /// Index of its first word.
    pub(crate) from: usize,
    /// One past its last word.
    pub(crate) to: usize,
}

/// An entity in the making.
#[derive(Clone, Debug)]
pub(crate) struct Cluster {
    /// The fullest name, its words bare.
    pub(crate) words: Vec<String>,
    /// The fullest name, as printed.
    pub(crate) printed: String,
    /// What sort of thing it is, by all its mentions.
    pub(crate) votes: Votes,
    /// The person's gender, where told.
    pub(crate) gender: Option<Gender>,
    /// Whether a word of its name is written small elsewhere in the article.
    pub(crate) common: bool,
    /// Index of the first word of its first mention.
    pub(crate) first: usize,
    /// Its mentions.
    pub(crate) mentions: Vec<Found>,
}

impl Cluster {
    /// The name to show.
    pub(crate) fn name(&self) -> String {
        self.printed.clone()
    }

    /// What sort of thing it is; without evidence a thing.
    pub(crate) fn kind(&self) -> EntityKind {
        self.votes.best().unwrap_or(EntityKind::Other)
    }

    /// Whether it is a person.
    pub(crate) fn is_person(&self) -> bool {
        self.kind() == EntityKind::Person
    }

    /// Whether it is a person, or two uncommon words that nothing is known of.
    pub(crate) fn may_be_person(&self) -> bool {
        let unknown = self.votes.best().is_none() && self.words.len() > 1 && !self.common;
        unknown || self.is_person()
    }

    fn add(&mut self, tokens: &Tokens<'_>, candidate: &Candidate) {
        let around = evidence::of_place(tokens, candidate);
        self.votes.add(around);
        self.votes.add(evidence::of_model(candidate));
        self.weigh_short_form(tokens, candidate, around);
        self.gender = self.gender.or_else(|| evidence::gender(tokens, candidate));
        let name = tokens.phrase(candidate.from, candidate.closed);
        let same = candidate.to - candidate.from == self.words.len()
            && candidate.closed == candidate.to
            && russian::obliqueness(name) < russian::obliqueness(&self.printed);
        let longer = same
            || candidate.to - candidate.from > self.words.len()
            || candidate.to - candidate.from == self.words.len()
                && name.len() > self.printed.len()
                && candidate.closed > candidate.to;
        if longer {
            self.words = words_of(tokens, candidate.from, candidate.to);
            name.clone_into(&mut self.printed);
        }
        self.mention(tokens, candidate.from, candidate.to);
        if candidate.closed > candidate.to {
            self.mention(tokens, candidate.from, candidate.closed);
        }
        if candidate.title < candidate.from {
            self.mention(tokens, candidate.title, candidate.to);
        }
    }

    /// People are called by their last name, firms by their first.
    fn weigh_short_form(&mut self, tokens: &Tokens<'_>, candidate: &Candidate, around: Votes) {
        if candidate.to - candidate.from > 1 || self.words.len() != 2 || around.place > 0 {
            return;
        }
        let word = bare(tokens.word(candidate.from));
        if self.words.last() == Some(&word) {
            self.votes.person += 1;
        } else if self.words.first() == Some(&word) && !is_given_name(tokens.word(candidate.from)) {
            self.votes.organization += 1;
        }
    }

    /// Notes a mention by name.
    pub(crate) fn mention(&mut self, tokens: &Tokens<'_>, from: usize, to: usize) {
        self.note(tokens, from, to, MentionForm::Named);
    }

    /// Notes a mention.
    pub(crate) fn note(&mut self, tokens: &Tokens<'_>, from: usize, to: usize, form: MentionForm) {
        let (Some(first), Some(last)) =
            (tokens.all.get(from), tokens.all.get(to.saturating_sub(1)))
        else {
            return;
        };
        self.first = self.first.min(from);
        self.mentions.push(Found { start: first.start, end: last.end, form, from, to });
    }
}

/// The words of a range, in the form names are compared in; the point of an acronym goes.
pub(crate) fn words_of(tokens: &Tokens<'_>, from: usize, to: usize) -> Vec<String> {
    (from..to).map(|at| bare(tokens.word(at))).collect()
}

/// Joins candidates into clusters: long names first, then what may be short for them.
pub(crate) fn clusters(tokens: &Tokens<'_>, candidates: &[Candidate]) -> Vec<Cluster> {
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by_key(|candidate| (usize::MAX - (candidate.to - candidate.from), candidate.from));
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut index = Index::default();
    let mut short = Vec::new();
    for candidate in order {
        let words = words_of(tokens, candidate.from, candidate.to);
        if let Some(&known) = index.names.get(&spelt(&words)) {
            clusters[known].add(tokens, candidate);
        } else if let Some(known) = longer_name(&index, &clusters, &words, tokens, candidate) {
            clusters[known].add(tokens, candidate);
        } else if words.len() > 1 {
            if !candidate.unsure || holds(&evidence::of_words(tokens, candidate)) {
                let made = start(tokens, candidate, words);
                index.add(clusters.len(), &made.words);
                clusters.push(made);
            }
        } else {
            short.push((candidate, words));
        }
    }
    add_single(tokens, short, &mut clusters, &mut index);
    clusters
}

fn holds(votes: &Votes) -> bool {
    votes.best().is_some()
}

/// A cluster for a name seen for the first time.
fn start(tokens: &Tokens<'_>, candidate: &Candidate, words: Vec<String>) -> Cluster {
    let mut cluster = Cluster {
        words,
        printed: tokens.phrase(candidate.from, candidate.closed).to_owned(),
        votes: evidence::of_words(tokens, candidate),
        gender: None,
        common: candidate.common,
        first: candidate.from,
        mentions: Vec::new(),
    };
    cluster.add(tokens, candidate);
    cluster
}

/// Names of one word that are not short for a known one.
fn add_single(
    tokens: &Tokens<'_>,
    mut short: Vec<(&Candidate, Vec<String>)>,
    clusters: &mut Vec<Cluster>,
    index: &mut Index,
) {
    // Those that are sure come first, so that the unsure ones can be led back to them.
    short.sort_by_key(|(candidate, _)| (candidate.unsure, candidate.from));
    for (candidate, words) in short {
        if let Some(&known) = index.names.get(&spelt(&words)) {
            clusters[known].add(tokens, candidate);
            continue;
        }
        if candidate.unsure && !stands_by_itself(tokens, candidate) {
            continue;
        }
        let made = start(tokens, candidate, words);
        index.add(clusters.len(), &made.words);
        clusters.push(made);
    }
}

/// Whether a word that opens its sentence is a name for its own sake.
fn stands_by_itself(tokens: &Tokens<'_>, candidate: &Candidate) -> bool {
    let word = tokens.word(candidate.from);
    if is_place(word) || lists::is_known_body(word) {
        return true;
    }
    let around = evidence::of_place(tokens, candidate);
    let short = tokens.between(candidate.to) != " ";
    is_given_name(word) && (around.person > 0 || !candidate.common && short)
        || roles::is_appositive(tokens, candidate.to)
        || around.person > 0 && is_plausible_surname(word)
}

/// Endings of family names in Russian, where other nouns open sentences before verbs of saying.
const FAMILY_ENDINGS: [&str; 14] = [
    "ов",
    "ова",
    "ев",
    "ева",
    "ёв",
    "ёва",
    "ин",
    "ина",
    "ын",
    "ский",
    "ская",
    "енко",
    "швили",
    "дзе",
];

/// Whether a word that opens a sentence before a verb of saying can be a family name: no plural, no
/// noun for a body, no word of the common sort.
fn is_plausible_surname(word: &str) -> bool {
    (!is_cyrillic(word) || FAMILY_ENDINGS.iter().any(|ending| word.ends_with(ending)))
        && !word.ends_with('s')
        && !lists::is("opener", word)
        && !lists::is("people", word)
        && !lists::is("family", word)
        && !lists::is("maker", word)
        && !lists::is("portfolio", word)
        && lists::noun(word).is_none()
        && !lists::is_stop(word)
}

/// The cluster whose longer name `words` is short for.
fn longer_name(
    index: &Index,
    clusters: &[Cluster],
    words: &[String],
    tokens: &Tokens<'_>,
    candidate: &Candidate,
) -> Option<usize> {
    let acronym =
        words.len() == 1 && tokens.all.get(candidate.from).is_some_and(|token| token.letters);
    if acronym && country(tokens.word(candidate.from)).is_none() {
        let letters: String = words[0].chars().filter(|letter| letter.is_alphanumeric()).collect();
        let mut spelt = index.initials.get(&letters).into_iter().flatten().copied();
        if let Some(found) = spelt.rfind(|&at| !clusters[at].is_person()) {
            return Some(found);
        }
    }
    let titled = candidate.title < candidate.from;
    // A country or town of that name is meant, unless a title says otherwise.
    let word = tokens.word(candidate.from);
    let town = words.len() == 1 && !titled && (is_place(word) || lists::is_known_body(word));
    let known = index.words.get(words.first()?)?;
    let club = words.len() == 1 && !short_forms::is_located(tokens, candidate.from);
    let fits = known.iter().copied().filter(|&at| {
        let long = &clusters[at];
        let person = town && long.is_person();
        !person && short_forms::is_short_for(words, long, titled)
            || club && short_forms::is_club_of(words, long)
    });
    short_forms::main_one(
        clusters,
        fits,
        candidate.from,
        evidence::titled_gender(tokens, candidate),
    )
}
