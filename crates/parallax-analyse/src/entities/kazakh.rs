//! The nominative of a Kazakh name that stands in another case.

use parallax_language::names::is_place;

/// The endings of a case: what they are, and behind which letters.
struct Ending {
    text: &'static str,
    /// Which last letters of a stem take it.
    behind: Behind,
    /// Whether it may be taken off a name that nothing else is known of: short ones end names too.
    sure: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Vowels and nasals, as of `-ның`.
    Open,
    /// Nasals, as of `-нан`.
    Nasal,
    /// Voiced letters and vowels.
    Voiced,
    /// Voiceless letters.
    Voiceless,
    /// The vowel of `whose`: `министрлігі`.
    Owned,
}

const fn ending(text: &'static str, behind: Behind, sure: bool) -> Ending {
    Ending { text, behind, sure }
}

/// Endings of cases, longest first.
const ENDINGS: [Ending; 32] = [
    ending("нында", Behind::Owned, false),
    ending("ның", Behind::Open, true),
    ending("нің", Behind::Open, true),
    ending("дың", Behind::Voiced, true),
    ending("дің", Behind::Voiced, true),
    ending("тың", Behind::Voiceless, true),
    ending("тің", Behind::Voiceless, true),
    ending("нан", Behind::Owned, true),
    ending("нен", Behind::Owned, true),
    ending("нан", Behind::Nasal, false),
    ending("нен", Behind::Nasal, false),
    ending("тан", Behind::Voiceless, false),
    ending("тен", Behind::Voiceless, false),
    ending("дан", Behind::Voiced, false),
    ending("ден", Behind::Voiced, false),
    ending("нда", Behind::Owned, true),
    ending("нде", Behind::Owned, true),
    ending("мен", Behind::Voiced, false),
    ending("пен", Behind::Voiceless, false),
    ending("бен", Behind::Voiced, false),
    ending("ға", Behind::Voiced, false),
    ending("ге", Behind::Voiced, false),
    ending("қа", Behind::Voiceless, false),
    ending("ке", Behind::Voiceless, false),
    ending("да", Behind::Voiced, false),
    ending("де", Behind::Voiced, false),
    ending("та", Behind::Voiceless, false),
    ending("те", Behind::Voiceless, false),
    ending("на", Behind::Owned, false),
    ending("не", Behind::Owned, false),
    ending("н", Behind::Owned, false),
    ending("ны", Behind::Open, false),
];

/// Fewest letters that are left of a word.
const SHORTEST: usize = 4;

/// Ends of words that are somebody’s or something’s: those of bodies and of patronymics.
const OWNED: [&str; 13] = [
    "лығы", "лігі", "дігі", "тігі", "дығы", "тығы", "сы", "сі", "ұлы", "қызы", "аты", "еті", "ігі",
];

/// Ends of family names.
const FAMILY: [&str; 8] = ["ов", "ев", "ёв", "ин", "ова", "ева", "ина", "баев"];

/// The name in the nominative, as far as its last word tells that it stands in another case.
pub(super) fn nominative(name: &str) -> &str {
    let start = name.rfind([' ', '-']).map_or(0, |at| at + 1);
    let last = name.get(start..).unwrap_or_default();
    if is_place(name) || is_place(last) {
        return name;
    }
    let stem = ENDINGS.iter().find_map(|ending| {
        let stem = last.strip_suffix(ending.text)?;
        let whole = name.strip_suffix(ending.text)?;
        let known = is_place(whole)
            || is_place(stem)
            || OWNED.iter().any(|end| stem.ends_with(end))
            || FAMILY.iter().any(|end| stem.ends_with(end));
        let fits = takes(stem, ending.behind) || known && ending.text != "н";
        (stem.chars().count() >= SHORTEST && fits && (ending.sure || known)).then_some(whole)
    });
    stem.unwrap_or(name)
}

fn takes(stem: &str, behind: Behind) -> bool {
    let Some(last) = stem.chars().next_back() else { return false };
    let voiceless = "пткқфсшщчцхһбгдв".contains(last);
    let nasal = "мнң".contains(last);
    let vowel = "аәеоөұүыіуиэюяё".contains(last);
    match behind {
        Behind::Open => vowel || nasal,
        Behind::Nasal => nasal,
        Behind::Voiced => !voiceless,
        Behind::Voiceless => voiceless,
        Behind::Owned => matches!(last, 'ы' | 'і') && OWNED.iter().any(|end| stem.ends_with(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::nominative;

    fn check(name: &str, expected: &str) {
        assert_eq!(nominative(name), expected);
    }

    #[test]
    fn cases_are_taken_off() {
        check("Ауыл шаруашылығы министрлігінің", "Ауыл шаруашылығы министрлігі");
        check("Сартөбе ауылдық округінің әкімдігінен", "Сартөбе ауылдық округінің әкімдігі");
        check("Жасыл Дала партиясына", "Жасыл Дала партиясы");
        check("Алматыда", "Алматы");
        check("Айдос Сержановтың", "Айдос Сержанов");
        check("Айдос Серікұлына", "Айдос Серікұлы");
        check("Әділет департаментінің", "Әділет департаменті");
    }

    #[test]
    fn names_that_end_like_a_case_stay() {
        for name in
            ["Астана", "Қарағанды", "Қызылорда", "Нұрлан", "Мәдина", "Айман", "Жанерке", "Алматы"]
        {
            check(name, name);
        }
    }
}
