//! What a name keeps from script to script: its consonants.

use super::form::bare;

/// The consonants of a word in Latin letters, behind an `a` where it starts with a vowel.
pub(super) fn skeleton(word: &str) -> String {
    let bare = bare(word);
    let letters: Vec<char> = bare.chars().collect();
    let mut bones = String::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let rest = letters.get(at..).unwrap_or_default();
        let (sound, taken) = first_sound(rest, at == 0);
        for letter in sound.chars() {
            if !bones.ends_with(letter) {
                bones.push(letter);
            }
        }
        at += taken;
    }
    bones
}

/// The consonant, or nothing, that `letters` begins with, and how many letters write it.
fn first_sound(letters: &[char], opens: bool) -> (&'static str, usize) {
    if let Some(found) = cluster(letters) {
        return found;
    }
    let first = letters.first().copied().unwrap_or(' ');
    let next = letters.get(1).copied().unwrap_or(' ');
    let sound = match first {
        // Spanish writes an `h` that nobody hears, Russian hears it or not.
        'h' | 'х' | 'һ' | 'j' | 'г' if opens && is_vowel(next) && first != 'г' => "",
        'b' | 'б' => "b",
        'c' if matches!(next, 'e' | 'i' | 'y') => "s",
        'c' | 'k' | 'q' | 'к' | 'қ' => "k",
        'd' | 'д' => "d",
        'f' | 'ф' => "f",
        'g' | 'г' | 'ғ' => "g",
        'h' | 'j' | 'х' | 'һ' => "h",
        'l' | 'л' => "l",
        'm' | 'м' => "m",
        'n' | 'н' | 'ң' => "n",
        'p' | 'п' => "p",
        'r' | 'р' => "r",
        'x' if !opens => "ks",
        's' | 'x' | 'z' | 'с' | 'з' | 'ц' | 'ш' | 'щ' | 'ч' | 'ж' => "s",
        't' | 'т' => "t",
        'v' | 'w' | 'в' => "v",
        _ if opens && is_vowel(first) => "a",
        _ if first.is_ascii_digit() => DIGITS.get(digit(first)).copied().unwrap_or_default(),
        _ => "",
    };
    // A dropped `h` leaves the vowel behind it as the beginning.
    let sound = if sound.is_empty() && opens && matches!(first, 'h' | 'х' | 'һ' | 'j') {
        "a"
    } else {
        sound
    };
    (sound, 1)
}

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

fn digit(letter: char) -> usize {
    letter.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or_default()
}

/// Letters that write one sound together.
fn cluster(letters: &[char]) -> Option<(&'static str, usize)> {
    const CLUSTERS: &[(&str, &str)] = &[
        ("shch", "s"),
        ("tsch", "s"),
        ("sch", "s"),
        ("tch", "s"),
        ("dzh", "h"),
        ("sh", "s"),
        ("ch", "s"),
        ("cz", "s"),
        ("zh", "s"),
        ("ts", "s"),
        ("tz", "s"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("gh", "g"),
        ("dj", "h"),
        ("дж", "h"),
        ("тс", "s"),
        ("тш", "s"),
    ];
    CLUSTERS.iter().find_map(|(written, sound)| {
        let length = written.chars().count();
        let same = letters.len() >= length
            && written.chars().zip(letters).all(|(one, other)| one == *other);
        same.then_some((*sound, length))
    })
}

const fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'а'
            | 'е'
            | 'и'
            | 'й'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'і'
            | 'ұ'
            | 'ү'
            | 'ө'
            | 'ә'
    )
}
