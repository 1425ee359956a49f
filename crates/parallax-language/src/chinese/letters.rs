//! What single Chinese letters are.

use std::sync::LazyLock;

/// Letters looked up: the block in which nearly all are.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9FFF;

fn place(letter: char) -> Option<usize> {
    let at = u32::from(letter);
    (FIRST..=LAST).contains(&at).then(|| usize::try_from(at - FIRST).ok()).flatten()
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'))
}

fn empty<T: Clone>(of: T) -> Vec<T> {
    vec![of; usize::try_from(LAST - FIRST + 1).unwrap_or_default()]
}

static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut all = empty('\0');
    for (new, olds) in rows(include_str!("../../data/chinese/simplified.tsv")) {
        for old in olds.chars().filter_map(place) {
            if let (Some(known), Some(new)) = (all.get_mut(old), new.chars().next()) {
                *known = new;
            }
        }
    }
    all
});

static HABITS: LazyLock<Vec<[u8; 5]>> = LazyLock::new(|| {
    let mut all = empty([0; 5]);
    for (letter, grades) in rows(include_str!("../../data/chinese/letters.tsv")) {
        let known = letter.chars().next().and_then(place).and_then(|at| all.get_mut(at));
        for (grade, digit) in known.into_iter().flatten().zip(grades.bytes()) {
            *grade = digit.saturating_sub(b'0');
        }
    }
    all
});

/// The simplified form of a letter; itself if it has none.
///
/// ```
/// use parallax_language::chinese::simplified;
/// assert_eq!(simplified('國'), '国');
/// assert_eq!(simplified('a'), 'a');
/// ```
pub fn simplified(letter: char) -> char {
    let found = place(letter).and_then(|at| SIMPLIFIED.get(at)).copied();
    found.filter(|new| *new != '\0').unwrap_or(letter)
}

/// How often, from 0 to 7, a simplified letter begins a family name, stands in a given name, stands
/// in a foreign name, ends a place’s name and ends a body’s name.
pub fn habits(letter: char) -> [u8; 5] {
    place(letter).and_then(|at| HABITS.get(at)).copied().unwrap_or_default()
}
