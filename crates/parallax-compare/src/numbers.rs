//! Numbers for words, in the order in which they come.

use parallax_language::sequence::hash;

/// Words, each with a number from 0 on.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    words: Vec<Box<str>>,
    /// The number of a word and one more, at the place its hash names or the next free one; half of
    /// the places are free.
    places: Vec<usize>,
}

impl Numbers {
    /// The number of a word; one that is new has the next.
    pub(crate) fn of(&mut self, word: &str) -> usize {
        if self.words.len() * 2 >= self.places.len() {
            self.grow();
        }
        let place = self.place(word);
        if self.places[place] == 0 {
            self.words.push(word.into());
            self.places[place] = self.words.len();
        }
        self.places[place] - 1
    }

    /// The place of a word, or the one where it is to stand.
    fn place(&self, word: &str) -> usize {
        let last = self.places.len() - 1;
        let mut place = hash(word) as usize & last;
        while self.places[place].checked_sub(1).is_some_and(|known| &*self.words[known] != word) {
            place = (place + 1) & last;
        }
        place
    }

    fn grow(&mut self) {
        /// Places for the words of a short article.
        const LEAST: usize = 512;
        self.places = vec![0; (self.places.len() * 2).max(LEAST)];
        for number in 0..self.words.len() {
            let place = self.place(&self.words[number]);
            self.places[place] = number + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn words_are_numbered_as_they_come() {
        let mut numbers = Numbers::default();
        for _ in 0..2 {
            for number in 0..3000 {
                assert_eq!(numbers.of(&format!("w{number}")), number);
            }
        }
        assert_eq!(numbers.of(""), 3000);
    }
}
