//! Writing systems.

/// A writing system, as far as we need to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Arabic, Persian, Uyghur and the like.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Greek.
    Greek,
    /// Chinese characters.
    Han,
    /// Japanese syllables.
    Kana,
    /// Korean.
    Hangul,
    /// Devanagari and its neighbours, one script a block.
    Indic,
    /// Thai.
    Thai,
    /// Armenian.
    Armenian,
    /// Georgian.
    Georgian,
    /// Any other letter.
    Other,
}

impl Script {
    /// The script of a letter; `None` for digits, marks and punctuation.
    pub fn of(letter: char) -> Option<Self> {
        if letter.is_ascii() {
            return letter.is_ascii_alphabetic().then_some(Self::Latin);
        }
        let script = match u32::from(letter) {
            0x0370..=0x03FF | 0x1F00..=0x1FFF => Self::Greek,
            0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Self::Cyrillic,
            0x0530..=0x058F => Self::Armenian,
            0x0590..=0x05FF => Self::Hebrew,
            0x0600..=0x06FF
            | 0x0750..=0x077F
            | 0x08A0..=0x08FF
            | 0xFB50..=0xFDFF
            | 0xFE70..=0xFEFF => Self::Arabic,
            0x0900..=0x0DFF => Self::Indic,
            0x0E00..=0x0E7F => Self::Thai,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF => Self::Georgian,
            0x3040..=0x30FF | 0x31F0..=0x31FF => Self::Kana,
            0x2E80..=0x2FDF
            | 0x3005
            | 0x3400..=0x4DBF
            | 0x4E00..=0x9FFF
            | 0xF900..=0xFAFF
            | 0x20000..=0x3FFFF => Self::Han,
            0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Self::Hangul,
            0x00C0..=0x024F
            | 0x1E00..=0x1EFF
            | 0x0250..=0x02AF
            | 0x2C60..=0x2C7F
            | 0xA720..=0xA7FF => Self::Latin,
            _ => Self::Other,
        };
        is_letter(letter).then_some(script)
    }

    /// The script most letters of `text` are in; the earlier in the enum on a tie.
    ///
    /// ```
    /// use parallax_language::Script;
    /// assert_eq!(Script::dominant("BBC: президент прибыл"), Some(Script::Cyrillic));
    /// assert_eq!(Script::dominant("12:30"), None);
    /// ```
    pub fn dominant(text: &str) -> Option<Self> {
        let mut counts = [0_usize; 13];
        for script in text.chars().filter_map(Self::of) {
            counts[script.index()] += 1;
        }
        // Japanese is told by its syllables, however many characters stand among them.
        if counts[Self::Kana.index()] * 10 > counts[Self::Han.index()]
            && counts[Self::Kana.index()] > 0
        {
            counts[Self::Kana.index()] += counts[Self::Han.index()];
        }
        let best = counts.iter().copied().max().filter(|&count| count > 0)?;
        Self::ALL.into_iter().find(|script| counts[script.index()] == best)
    }

    const ALL: [Self; 13] = [
        Self::Latin,
        Self::Cyrillic,
        Self::Arabic,
        Self::Hebrew,
        Self::Greek,
        Self::Han,
        Self::Kana,
        Self::Hangul,
        Self::Indic,
        Self::Thai,
        Self::Armenian,
        Self::Georgian,
        Self::Other,
    ];

    fn index(self) -> usize {
        self as usize
    }

    /// Whether it is written from right to left.
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }
}

/// Whether a character is a letter; most of what is written here is known without a look into tables.
pub(crate) fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        'À'..='Ö'
        | 'Ø'..='ö'
        | 'ø'..='ɏ'
        | 'Ḁ'..='ỿ'
        | 'Ѐ'..='ҁ'
        | 'Ҋ'..='ԯ'
        | '\u{0620}'..='\u{064A}'
        | '\u{0904}'..='\u{0939}'
        | '\u{093D}'..='\u{094C}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '가'..='힣'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' => true,
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{3004}' | '\u{FF00}'..='\u{FF20}' => false,
        _ => letter.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_are_what_they_are_in_unicode() {
        for letter in '\0'..=char::MAX {
            assert_eq!(super::is_letter(letter), letter.is_alphabetic(), "{letter}");
        }
    }
}
