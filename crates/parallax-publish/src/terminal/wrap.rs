//! Setting words in lines that are never too wide.

use super::cluster::{Cluster, clusters};

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Plain,
    /// Headlines and names.
    Strong,
    /// Credits and labels.
    Faint,
    /// Words that differ.
    Marked,
    /// What cannot both be so.
    Alarm,
}

/// Words in one face.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) face: Face,
}

impl<'a> Piece<'a> {
    pub(super) fn plain(text: &'a str) -> Self {
        Self { text, face: Face::Plain }
    }

    pub(super) fn strong(text: &'a str) -> Self {
        Self { text, face: Face::Strong }
    }

    pub(super) fn marked(text: &'a str) -> Self {
        Self { text, face: Face::Marked }
    }

    pub(super) fn faint(text: &'a str) -> Self {
        Self { text, face: Face::Faint }
    }
}

/// A line as it will be printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Stretches of one face each.
    pub(super) parts: Vec<(Face, String)>,
    /// Columns it takes.
    pub(super) width: usize,
}

impl Line {
    pub(super) fn push(&mut self, face: Face, text: &str, width: usize) {
        self.width += width;
        match self.parts.last_mut() {
            Some((last, words)) if *last == face => words.push_str(text),
            _ => self.parts.push((face, text.to_owned())),
        }
    }

    /// The face of the last words, which a space after them takes too.
    fn face(&self) -> Face {
        self.parts.last().map_or(Face::Plain, |(face, _)| *face)
    }
}

/// `pieces` as one paragraph in lines of at most `width` columns.
///
/// Lines break at white space, beside signs of scripts that are written
/// without it, and inside a word only where the word is wider than the line.
pub(super) fn wrap(pieces: &[Piece<'_>], width: usize) -> Vec<Line> {
    let mut setter =
        Setter { width, lines: Vec::new(), line: Line::default(), word: Word::default() };
    for piece in pieces {
        for cluster in clusters(piece.text) {
            setter.add(piece.face, cluster);
        }
    }
    setter.finish()
}

struct Setter {
    width: usize,
    lines: Vec<Line>,
    line: Line,
    word: Word,
}

/// What may not be broken.
#[derive(Default)]
struct Word {
    clusters: Vec<(Face, Cluster)>,
    width: usize,
    /// The face of the space before it, if there is one.
    space: Option<Face>,
}

impl Setter {
    fn add(&mut self, face: Face, cluster: Cluster) {
        if cluster.text.starts_with(' ') {
            self.place();
            self.word.space = Some(face);
            return;
        }
        if self.may_break_before(&cluster) || self.word.width + cluster.width > self.width {
            self.place();
        }
        self.word.width += cluster.width;
        self.word.clusters.push((face, cluster));
    }

    /// Signs of scripts without spaces part from their neighbours, save from
    /// the marks that close after them.
    fn may_break_before(&self, next: &Cluster) -> bool {
        let Some((_, last)) = self.word.clusters.last() else { return false };
        (is_sign(last) && !closes(next)) || (is_sign(next) && !opens(last))
    }

    fn place(&mut self) {
        let word = std::mem::take(&mut self.word);
        if word.clusters.is_empty() {
            // Two spaces are one.
            self.word.space = word.space;
            return;
        }
        let gap = usize::from(word.space.is_some() && self.line.width > 0);
        if self.line.width + gap + word.width > self.width && self.line.width > 0 {
            self.lines.push(std::mem::take(&mut self.line));
        } else if gap > 0 {
            let face =
                if self.line.face() == word.first_face() { word.first_face() } else { Face::Plain };
            self.line.push(face, " ", 1);
        }
        for (face, cluster) in word.clusters {
            self.line.push(face, &cluster.text, cluster.width);
        }
    }

    fn finish(mut self) -> Vec<Line> {
        self.place();
        if self.line.width > 0 || self.lines.is_empty() {
            self.lines.push(self.line);
        }
        self.lines
    }
}

impl Word {
    fn first_face(&self) -> Face {
        self.clusters.first().map_or(Face::Plain, |(face, _)| *face)
    }
}

/// A letter of a script that is written without spaces.
fn is_sign(cluster: &Cluster) -> bool {
    cluster.text.starts_with(|letter| matches!(letter, '\u{2e80}'..='\u{2fff}' | '\u{3040}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
}

/// A mark that may not start a line.
fn closes(cluster: &Cluster) -> bool {
    cluster.text.starts_with([
        '、', '。', '，', '．', '！', '？', '：', '；', '）', '」', '』', '】', '》', '〉', '”',
        '’', '…', ',', '.', '!', '?', ':', ';', ')', ']', '»', '*', '%',
    ])
}

/// A mark that may not end a line.
fn opens(cluster: &Cluster) -> bool {
    cluster.text.starts_with(['（', '「', '『', '【', '《', '〈', '“', '‘', '(', '[', '«', '*'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let lines = wrap(&[Piece::plain(text)], width);
        let lines: Vec<String> = lines
            .iter()
            .map(|line| line.parts.iter().map(|(_, words)| words.as_str()).collect())
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_break_between_words() {
        check("The ferry  left\nat noon", 10, &["The ferry", "left at", "noon"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        check("see harrowgazette.example now", 10, &["see", "harrowgaze", "tte.exampl", "e now"]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_stop() {
        check("渡轮在港口。附近搁浅", 10, &["渡轮在港", "口。附近搁", "浅"]);
    }

    #[test]
    fn a_word_in_two_faces_stays_together() {
        let pieces = [Piece::plain("said “"), Piece::strong("positive"), Piece::plain(",” he")];
        let lines = wrap(&pieces, 12);
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[1].parts.len(), 3);
    }

    #[test]
    fn nothing_is_one_empty_line() {
        check("", 10, &[""]);
    }
}
