//! Numbers as each language writes them.
//!
//! All in the digits 0 to 9: Kazakh in Arabic letters too, since the papers that are printed in
//! them have these, and since figures can then be compared with those of a page in any script.

use super::Words;
use crate::Tongue;

/// Between a thousand and its hundreds, and before a tenth: by CLDR 47 (`symbols-numberSystem-latn`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// `1,234.5`, in English and Chinese.
    CommaAndPoint,
    /// `1 234,5` with a space that does not break, in Russian, Kazakh and Uzbek.
    SpaceAndComma,
}

impl Marks {
    pub(super) const fn of(tongue: Tongue) -> Self {
        match tongue {
            Tongue::English | Tongue::Chinese => Self::CommaAndPoint,
            _ => Self::SpaceAndComma,
        }
    }

    const fn signs(self) -> (char, char) {
        match self {
            Self::CommaAndPoint => (',', '.'),
            Self::SpaceAndComma => ('\u{A0}', ','),
        }
    }

    /// Digits with their thousands apart.
    pub(super) fn grouped(self, digits: &str) -> String {
        let (group, _) = self.signs();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        out
    }
}

impl Words {
    /// A number.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).number(50_000), "50,000");
    /// assert_eq!(Words::of(Tongue::Russian).number(50_000), "50\u{A0}000");
    /// ```
    pub fn number(&self, number: u64) -> String {
        Marks::of(self.tongue).grouped(&number.to_string())
    }

    /// A number in thousandths, with as many of them as there are.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).decimal(1_200_000), "1,200");
    /// assert_eq!(Words::of(Tongue::Russian).decimal(-3_250), "−3,25");
    /// ```
    pub fn decimal(&self, milli: i128) -> String {
        let marks = Marks::of(self.tongue);
        let (_, point) = marks.signs();
        let (whole, rest) = (milli.unsigned_abs() / 1000, milli.unsigned_abs() % 1000);
        let sign = if milli < 0 { "\u{2212}" } else { "" };
        let mut out = format!("{sign}{}", marks.grouped(&whole.to_string()));
        if rest > 0 {
            out.push(point);
            out.push_str(format!("{rest:03}").trim_end_matches('0'));
        }
        out
    }

    /// Thousandths as hundredths: tenths only where there are some.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).percent(333), "33.3%");
    /// assert_eq!(Words::of(Tongue::KazakhCyrillic).percent(1000), "100%");
    /// assert_eq!(Words::of(Tongue::Russian).percent(333), "33,3\u{A0}%");
    /// ```
    pub fn percent(&self, thousandths: u32) -> String {
        let marks = Marks::of(self.tongue);
        let (_, point) = marks.signs();
        let mut out = marks.grouped(&(thousandths / 10).to_string());
        if !thousandths.is_multiple_of(10) {
            out.push(point);
            out.push_str(&(thousandths % 10).to_string());
        }
        // Russian alone sets the sign apart.
        if self.tongue == Tongue::Russian {
            out.push('\u{A0}');
        }
        out.push('%');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let words = Words::of(Tongue::Chinese);
        for (number, expected) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(words.number(number), expected);
        }
    }

    #[test]
    fn hundredths_have_tenths_where_there_are_some() {
        let words = Words::of(Tongue::English);
        for (thousandths, expected) in [(0, "0%"), (7, "0.7%"), (1000, "100%"), (1005, "100.5%")] {
            assert_eq!(words.percent(thousandths), expected);
        }
    }
}
