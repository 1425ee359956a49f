//! The words that report speech, and the closed-class words around them.

use parallax_language::{WordTable, fold, kazakh};
use std::{collections::BTreeMap, sync::LazyLock};

/// What a reporting verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum VerbClass {
    /// Reports words: `said`.
    Speech,
    /// Gives something a name in words: `called it “…”`.
    Label,
    /// Reports a thought: `believes that`.
    Thought,
}

/// Which form of the verb it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `says`, `said`.
    Finite,
    /// `say`, which is finite after a plural and not after `to`.
    Base,
    /// `described`, where it differs from the finite form.
    Participle,
    /// `saying`.
    Gerund,
}

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub(super) class: VerbClass,
    pub(super) form: Form,
    /// Whether the form serves as passive participle too.
    pub(super) passive: bool,
}

/// Closed classes of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Preposition,
    Relative,
    Conjunction,
    Coordinator,
    Complement,
    Object,
    Auxiliary,
    Being,
    Negation,
    Infinitive,
    Agent,
    Determiner,
    Masculine,
    Feminine,
    Neuter,
    Plural,
    First,
    Reflexive,
    Addressee,
    Own,
    Nickname,
    Namer,
    Time,
    Bare,
    Male,
    Female,
    Indefinite,
    Parted,
    Introducer,
    Oneway,
    Dropped,
    Possessive,
    Empty,
    Modal,
    Lone,
    Inplace,
    Subordinator,
    Tell,
    Question,
    Document,
    Issued,
    People,
    Unspaced,
    Prefix,
    Suffix,
    Inverting,
    Genitive,
    Aftermarks,
    Verbfinal,
    Nominal,
    Claim,
    Bound,
    Asked,
    Verbal,
    Linking,
    Dashes,
    Incise,
    Belonging,
    Office,
    Body,
    Hypothetical,
    Nobody,
    Wanting,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "preposition" => Self::Preposition,
            "relative" => Self::Relative,
            "conjunction" => Self::Conjunction,
            "coordinator" => Self::Coordinator,
            "complement" => Self::Complement,
            "object" => Self::Object,
            "auxiliary" => Self::Auxiliary,
            "being" => Self::Being,
            "negation" => Self::Negation,
            "infinitive" => Self::Infinitive,
            "agent" => Self::Agent,
            "determiner" => Self::Determiner,
            "masculine" => Self::Masculine,
            "feminine" => Self::Feminine,
            "neuter" => Self::Neuter,
            "plural" => Self::Plural,
            "first" => Self::First,
            "reflexive" => Self::Reflexive,
            "addressee" => Self::Addressee,
            "own" => Self::Own,
            "nickname" => Self::Nickname,
            "namer" => Self::Namer,
            "time" => Self::Time,
            "subordinator" => Self::Subordinator,
            "empty" => Self::Empty,
            "modal" => Self::Modal,
            "lone" => Self::Lone,
            "inplace" => Self::Inplace,
            "possessive" => Self::Possessive,
            "dropped" => Self::Dropped,
            "oneway" => Self::Oneway,
            "parted" => Self::Parted,
            "introducer" => Self::Introducer,
            "male" => Self::Male,
            "female" => Self::Female,
            "indefinite" => Self::Indefinite,
            "bare" => Self::Bare,
            "tell" => Self::Tell,
            "question" => Self::Question,
            "document" => Self::Document,
            "issued" => Self::Issued,
            "people" => Self::People,
            "unspaced" => Self::Unspaced,
            "prefix" => Self::Prefix,
            "suffix" => Self::Suffix,
            "inverting" => Self::Inverting,
            "genitive" => Self::Genitive,
            "aftermarks" => Self::Aftermarks,
            "verbfinal" => Self::Verbfinal,
            "nominal" => Self::Nominal,
            "claim" => Self::Claim,
            "bound" => Self::Bound,
            "asked" => Self::Asked,
            "verbal" => Self::Verbal,
            "linking" => Self::Linking,
            "dashes" => Self::Dashes,
            "incise" => Self::Incise,
            "belonging" => Self::Belonging,
            "office" => Self::Office,
            "body" => Self::Body,
            "hypothetical" => Self::Hypothetical,
            "nobody" => Self::Nobody,
            "wanting" => Self::Wanting,
            _ => return None,
        })
    }
}

/// What one language brings.
#[derive(Debug)]
pub(super) struct Vocabulary {
    verbs: WordTable<Verb>,
    /// First words of verbs of several words: `pointed out`.
    leads: WordTable<()>,
    classes: WordTable<Classes>,
    /// The same in alphabetical order, where endings are looked for.
    endings: Vec<(String, Classes)>,
    /// Phrases that credit, as folded words.
    credits: Vec<Vec<String>>,
}

/// A set of classes, one bit each.
#[derive(Clone, Copy, Debug, Default)]
struct Classes(u64);

impl Classes {
    fn contains(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

/// The vocabulary of a language while it is read.
#[derive(Default)]
struct Rows {
    verbs: BTreeMap<String, Verb>,
    classes: BTreeMap<String, Classes>,
    credits: Vec<Vec<String>>,
}

impl From<Rows> for Vocabulary {
    fn from(rows: Rows) -> Self {
        let first = |verb: &String| Some((verb.split_once(' ')?.0.to_owned(), ()));
        Self {
            leads: rows.verbs.keys().filter_map(first).collect(),
            verbs: rows.verbs.into_iter().collect(),
            endings: rows.classes.clone().into_iter().collect(),
            classes: rows.classes.into_iter().collect(),
            credits: rows.credits,
        }
    }
}

impl Vocabulary {
    /// The vocabulary of a BCP 47 language; English for one we have none of.
    pub(super) fn of(language: &str) -> &'static Self {
        let primary = language.split('-').next().unwrap_or_default();
        TABLES.get(primary).or_else(|| TABLES.get("en")).unwrap_or(&NONE)
    }

    /// The reporting verb a folded word is a form of.
    pub(super) fn verb(&self, folded: &str) -> Option<Verb> {
        self.verbs.get(folded).copied()
    }

    /// Whether a folded word is the first of a reporting verb of several words.
    pub(super) fn leads(&self, folded: &str) -> bool {
        self.leads.get(folded).is_some()
    }

    /// Whether the language puts a comma before a reported clause: `сказал журналистам, что`.
    pub(super) fn parts_clauses(&self) -> bool {
        self.is("-", Class::Parted)
    }

    /// Whether a phrase that opens a clause is followed by the verb at once: `Laut Polizei sank das Boot`.
    pub(super) fn inverts(&self) -> bool {
        self.is("-", Class::Inverting)
    }

    /// A folded word without the ending that makes it an owner; `None` where it has none.
    pub(super) fn owned<'a>(&self, folded: &'a str) -> Option<&'a str> {
        let ending = self.ending(folded, Class::Genitive)?;
        folded.strip_suffix(ending)
    }

    /// Whether a folded word has an ending of a class.
    pub(super) fn ends_as(&self, folded: &str, class: Class) -> bool {
        self.ending(folded, class).is_some()
    }

    fn ending(&self, folded: &str, class: Class) -> Option<&str> {
        let endings = self.endings.iter().filter(|(_, of)| of.contains(class));
        endings.map(|(ending, _)| ending.as_str()).find(|ending| folded.ends_with(ending))
    }

    /// Whether the language puts its verb last.
    pub(super) fn ends_with_verb(&self) -> bool {
        self.is("-", Class::Verbfinal)
    }

    /// Whether the language opens speech with a dash inside a paragraph too.
    pub(super) fn parts_speech_by_dashes(&self) -> bool {
        self.is("-", Class::Dashes)
    }

    /// Whether the language sets a report into speech between commas: `Partons, a dit Vega, et vite`.
    pub(super) fn sets_reports_in(&self) -> bool {
        self.is("-", Class::Incise)
    }

    /// Whether the language is written without spaces between words.
    pub(super) fn has_no_spaces(&self) -> bool {
        self.is("-", Class::Unspaced)
    }

    /// Whether the language leaves out a pronoun that is the subject: `«…», dijo.`
    pub(super) fn drops_subject(&self) -> bool {
        self.is("-", Class::Dropped)
    }

    /// Whether a folded word is of a class.
    pub(super) fn is(&self, folded: &str, class: Class) -> bool {
        self.classes.get(folded).is_some_and(|classes| classes.contains(class))
    }

    /// Phrases that credit what is said to whom they precede.
    pub(super) fn credits(&self) -> &[Vec<String>] {
        &self.credits
    }
}

static NONE: LazyLock<Vocabulary> = LazyLock::new(|| Rows::default().into());

static TABLES: LazyLock<BTreeMap<&'static str, Vocabulary>> = LazyLock::new(|| {
    let mut tables = BTreeMap::new();
    for row in rows(include_str!("../../data/quotations/words.tsv")) {
        read_words(&mut tables, &row);
    }
    for row in rows(include_str!("../../data/quotations/cue-verbs.tsv")) {
        read_verb(&mut tables, &row);
    }
    for row in rows(include_str!("../../data/quotations/phrases.tsv")) {
        if let [language, phrase] = row[..] {
            for phrase in in_scripts(language, phrase) {
                let phrase = phrase.split(' ').map(fold).collect();
                table(&mut tables, language).credits.push(phrase);
            }
        }
    }
    tables.into_iter().map(|(language, rows)| (language, rows.into())).collect()
});

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

type Tables = BTreeMap<&'static str, Rows>;

fn table<'a>(tables: &'a mut Tables, language: &'static str) -> &'a mut Rows {
    tables.entry(language).or_default()
}

fn read_words(tables: &mut Tables, row: &[&'static str]) {
    let &[language, class, words] = row else { return };
    let Some(class) = Class::named(class) else { return };
    for words in in_scripts(language, words) {
        for word in words.split(' ') {
            table(tables, language).classes.entry(fold(word)).or_default().add(class);
        }
    }
}

/// Words as the tables have them, and in the other scripts of their language.
fn in_scripts(language: &str, words: &str) -> Vec<String> {
    if language == "kk" { kazakh::in_scripts(words).into() } else { vec![words.to_owned()] }
}

fn read_verb(tables: &mut Tables, row: &[&'static str]) {
    let &[language, class, base, finite, participle, gerund] = row else { return };
    let class = match class {
        "label" => VerbClass::Label,
        "thought" => VerbClass::Thought,
        _ => VerbClass::Speech,
    };
    let verbs = &mut table(tables, language).verbs;
    let participles: Vec<String> = participle.split(' ').map(looked_up).collect();
    let mut add = |forms: &str, form: Form| {
        for forms in in_scripts(language, forms) {
            for word in forms.split(' ').filter(|word| *word != "-").map(looked_up) {
                let passive = participles.contains(&word);
                verbs.entry(word).or_insert(Verb { class, form, passive });
            }
        }
    };
    add(finite, Form::Finite);
    add(base, Form::Base);
    add(participle, Form::Participle);
    add(gerund, Form::Gerund);
}

/// A form as it is looked up: folded, with a space before its particle.
fn looked_up(written: &str) -> String {
    fold(&written.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        let english = Vocabulary::of("en-GB");
        let said = english.verb("said");
        assert_eq!(said.map(|verb| (verb.form, verb.passive)), Some((Form::Finite, true)));
        assert_eq!(english.verb("written").map(|verb| verb.form), Some(Form::Participle));
        assert_eq!(english.verb("labelling").map(|verb| verb.class), Some(VerbClass::Label));
        assert_eq!(english.verb("trawler"), None);
        assert!(Vocabulary::of("ru").verb("подчеркнул").is_some());
    }

    #[test]
    fn credits_are_folded_words() {
        assert!(Vocabulary::of("en").credits().contains(&vec!["according".into(), "to".into()]));
    }
}
