//! Chinese numerals and figures.

use crate::timexes::tokens::{Line, YEARS};

/// No number of a date or a length has more letters: `二千零二十六`.
const LONGEST: usize = 8;

impl Line<'_> {
    /// A number in figures or letters, whether it is told digit by digit, and the word after.
    pub(super) fn zh_number(&self, at: usize) -> Option<(i32, bool, usize)> {
        let raw = self.raw(at);
        if raw.starts_with(|mark: char| mark.is_ascii_digit()) {
            let number = raw.parse().ok().filter(|_| raw.len() <= 4)?;
            return Some((number, raw.len() > 1 && raw.starts_with('0'), at + 1));
        }
        let mut next = at;
        let (mut total, mut group, mut digits) = (0, 0, 0);
        let mut scaled = false;
        while next < at + LONGEST && (next == at || self.gap(next).is_empty()) {
            let letter = self.raw(next);
            if let Some(digit) = digit(letter) {
                group = if scaled { digit } else { group * 10 + digit };
                digits += 1;
            } else if let Some(scale) = scale(letter) {
                total += if group == 0 && total == 0 { 1 } else { group } * scale;
                (group, scaled) = (0, true);
            } else {
                break;
            }
            next += 1;
        }
        (next > at).then_some((total + group, !scaled && digits > 1, next))
    }

    /// A year before `年`: `2026年`, `二零二六年`, and `零八年`, `07年` of a century that is ours to tell.
    pub(super) fn zh_year(&self, at: usize) -> Option<(i16, usize)> {
        let (number, told, next) = self.zh_number(at)?;
        let after = self.zh_letter(next, &["年"])?;
        let number = i16::try_from(number).ok()?;
        if YEARS.contains(&number) {
            return Some((number, after));
        }
        let month = self.zh_number(after).is_some_and(|(.., next)| self.raw(next) == "月");
        let short = number < 100 && (told || month);
        short.then(|| (if number > 50 { 1900 + number } else { 2000 + number }, after))
    }

    /// A number from 1 to `most`.
    pub(super) fn zh_small(&self, at: usize, most: u8) -> Option<(u8, usize)> {
        let (number, _, next) = self.zh_number(at)?;
        let number = u8::try_from(number).ok().filter(|number| (1..=most).contains(number))?;
        Some((number, next))
    }
}

fn digit(letter: &str) -> Option<i32> {
    Some(match letter {
        "零" | "〇" | "○" => 0,
        "一" => 1,
        "二" | "两" | "兩" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        _ => return None,
    })
}

fn scale(letter: &str) -> Option<i32> {
    Some(match letter {
        "十" => 10,
        "百" => 100,
        "千" => 1000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::timexes::tokens::Line;
    use parallax_language::Language;

    #[track_caller]
    fn check(text: &str, expected: Option<i32>) {
        let language = Language::of_tag("zh").expect("a language that is read");
        let line = Line::read(text, language);
        assert_eq!(line.zh_number(0).map(|(number, ..)| number), expected, "{text}");
    }

    #[test]
    fn numerals_are_read_by_place_and_by_digit() {
        check("十", Some(10));
        check("十五", Some(15));
        check("二十", Some(20));
        check("三十一", Some(31));
        check("一百零五", Some(105));
        check("二零二六", Some(2026));
        check("两千零八", Some(2008));
        check("07", Some(7));
        check("人", None);
    }
}
