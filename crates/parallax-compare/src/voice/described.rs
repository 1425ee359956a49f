//! Speakers that are no one we know by name: a body, someone of a body, someone.

use crate::lists::{self, Words};
use parallax_language::{Language, fold, stem, words};
use parallax_model::Voice;

/// Words for bodies that speak.
static BODIES: Words = Words::new(|| lists::words("bodies"));
/// Words for people who speak for a body.
static SPOKESMEN: Words = Words::new(|| lists::words("spokesmen"));
/// What ends the head of a noun phrase.
static AFTER_HEAD: Words = Words::new(|| lists::words("afterhead"));
/// Words before a noun that are no name.
static BEFORE_NOUNS: Words = Words::new(|| lists::words("beforenouns"));
/// Endings of adjectives for a country's people.
static DEMONYMS: Words = Words::new(|| lists::words("demonyms"));

/// A word of a description.
struct Word {
    folded: String,
    body: bool,
    /// Whether its capital makes it a name.
    named: bool,
}

/// Whose voice a description is: an office for a body and for who speaks for one, a speaker where it holds a name;
/// `opens` says that its first letter is a capital for opening a sentence.
pub(super) fn voice(language: Language, description: &str, opens: bool) -> Voice {
    let words = read(language, description, opens);
    if language.primary() != "en" {
        return other_than_english(&words);
    }
    let end = words.iter().position(|word| AFTER_HEAD.contains(&word.folded.as_str()));
    let (head, rest) = words.split_at(end.unwrap_or(words.len()));
    let Some(last) = head.last() else { return Voice::Unnamed };
    if SPOKESMEN.contains(&last.folded.as_str()) {
        let of_body = words.iter().any(|word| word.body)
            || of_name(head)
            || rest.iter().any(|word| word.named);
        return if of_body { Voice::Office } else { Voice::Unnamed };
    }
    if last.body {
        return Voice::Office;
    }
    // `The Ardel judge` is not named, `Judge Olwen Prior` is.
    if last.named && !is_people(last) { Voice::Speaker } else { Voice::Unnamed }
}

/// Whether a word is for many of a country or a party: `Norvanians`.
fn is_people(word: &Word) -> bool {
    let one = word.folded.strip_suffix('s');
    one.is_some_and(|one| DEMONYMS.iter().any(|ending| one.ends_with(ending)))
}

/// Whether a name stands before those who speak: `White House officials`, but not `Norwegian officials`.
fn of_name(head: &[Word]) -> bool {
    let country = |word: &&Word| DEMONYMS.iter().any(|ending| word.folded.ends_with(ending));
    let mut named = head.iter().filter(|word| word.named);
    named.clone().count() > 1 || named.any(|word| !country(&word))
}

/// In languages whose nouns stand in other orders, any word tells.
fn other_than_english(words: &[Word]) -> Voice {
    if words.iter().any(|word| word.body) {
        Voice::Office
    } else if words.iter().any(|word| word.named) {
        Voice::Speaker
    } else {
        Voice::Unnamed
    }
}

fn read(language: Language, description: &str, opens: bool) -> Vec<Word> {
    let mut read: Vec<Word> = Vec::new();
    for (at, word) in words(description).enumerate() {
        let spelled = word.of(description);
        let folded = fold(spelled);
        let capital = spelled.starts_with(char::is_uppercase);
        let plain = BEFORE_NOUNS.contains(&folded.as_str());
        let body = !plain && BODIES.iter().any(|known| is_form(language, &folded, known));
        read.push(Word { named: capital && !plain && !body && (at > 0 || !opens), folded, body });
    }
    read
}

/// Whether a word is a form of `known`; of English its plural, whose stems take in too much: `officers`, `office`.
fn is_form(language: Language, folded: &str, known: &str) -> bool {
    if language.primary() == "en" {
        let single = folded.strip_suffix("ies").map(|start| format!("{start}y"));
        return folded == known
            || folded.strip_suffix('s') == Some(known)
            || single.as_deref() == Some(known);
    }
    folded == known || stem(language, folded) == stem(language, &fold(known))
}

#[cfg(test)]
mod tests {
    use super::voice;
    use parallax_language::Language;

    #[track_caller]
    fn check(tag: &str, description: &str, opens: bool, expected: &str) {
        let language = Language::of_tag(tag).expect("a language");
        assert_eq!(voice(language, description, opens).name(), expected, "{description}");
    }

    #[test]
    fn a_body_is_an_office() {
        check("en", "the harbour ministry", false, "office");
        check("en", "The companies", true, "office");
        check("en", "the Ardel chamber of commerce", false, "office");
        check("ru", "министерства рыболовства", false, "office");
        check("ru", "в ведомстве", false, "office");
    }

    #[test]
    fn so_is_who_speaks_for_one() {
        check("en", "A spokesman for Ardel Docks", true, "office");
        check("en", "Harbour House officials", true, "office");
        check("en", "a police spokeswoman", false, "office");
    }

    #[test]
    fn who_is_only_described_is_unnamed() {
        check("en", "Residents", true, "unnamed");
        check("en", "A man with a flask", true, "unnamed");
        check("en", "A Norvanian official", true, "unnamed");
        check("en", "officials", false, "unnamed");
        check("en", "Doctors at Saint Brannoc hospital", true, "unnamed");
        check("en", "police officers", false, "unnamed");
        check("en", "the Ardel senator", false, "unnamed");
        check("en", "Several former Gull Radio journalists", true, "unnamed");
        check("en", "Norvanians", false, "unnamed");
    }

    #[test]
    fn a_name_is_a_speaker() {
        check("en", "Judge Olwen Prior", true, "speaker");
        check("en", "Vale", false, "speaker");
        check("en", "Mr. Vale", true, "speaker");
    }
}
