//! What the record of an odd page must hold, one fact a line: a word that names the fact, and its value.

use parallax_model::ReadArticle;

/// One fact.
pub(crate) enum Expectation<'a> {
    /// Any record or none will do, as long as nothing breaks.
    Anything,
    /// There is no article.
    Refused,
    Headline(&'a str),
    /// How the first paragraph of the body begins.
    First(&'a str),
    /// How the last paragraph of the body ends.
    Last(&'a str),
    Paragraphs(&'a str),
    /// Words that stand somewhere in the text.
    Has(&'a str),
    /// Words that stand nowhere in the text.
    Lacks(&'a str),
    Language(&'a str),
    Direction(&'a str),
    /// A name of the byline.
    Byline(&'a str),
    /// What stands in the publication date.
    Published(&'a str),
    /// A kind of note.
    Note(&'a str),
}

impl<'a> Expectation<'a> {
    /// Reads a line; `None` where it names no fact.
    pub(crate) fn of(line: &'a str) -> Option<Self> {
        let (fact, value) = line.split_once(' ').unwrap_or((line, ""));
        Some(match fact {
            "anything" => Self::Anything,
            "refused" => Self::Refused,
            "headline" => Self::Headline(value),
            "first" => Self::First(value),
            "last" => Self::Last(value),
            "paragraphs" => Self::Paragraphs(value),
            "has" => Self::Has(value),
            "lacks" => Self::Lacks(value),
            "language" => Self::Language(value),
            "direction" => Self::Direction(value),
            "byline" => Self::Byline(value),
            "published" => Self::Published(value),
            "note" => Self::Note(value),
            _ => return None,
        })
    }

    /// Whether a record holds the fact; else what it holds instead.
    pub(crate) fn check(&self, read: Option<&ReadArticle>) -> Result<(), String> {
        let Some(read) = read else {
            return match self {
                Self::Anything | Self::Refused => Ok(()),
                _ => Err("no article".into()),
            };
        };
        let (holds, found) = self.holds(read);
        if holds { Ok(()) } else { Err(found) }
    }

    fn holds(&self, read: &ReadArticle) -> (bool, String) {
        let article = &read.article;
        let paragraph = |span: Option<_>| span.map_or("", |span| article.words(span));
        let first = paragraph(article.paragraphs.first().copied());
        let last = paragraph(article.paragraphs.last().copied());
        let text = article.text.as_str();
        match self {
            Self::Anything => (true, String::new()),
            Self::Refused => (false, text.into()),
            Self::Headline(words) => {
                (article.headline_words() == *words, article.headline_words().into())
            }
            Self::First(words) => (first.starts_with(words), first.into()),
            Self::Last(words) => (last.ends_with(words), last.into()),
            Self::Paragraphs(count) => {
                let found = article.paragraphs.len().to_string();
                (found == *count, format!("{found}: {text}"))
            }
            Self::Has(words) => (text.contains(words), text.into()),
            Self::Lacks(words) => (!text.contains(words), text.into()),
            Self::Language(tag) => (article.language == *tag, article.language.clone()),
            Self::Direction(name) => {
                (article.direction.name() == *name, article.direction.name().into())
            }
            Self::Byline(name) => {
                let names: Vec<_> = article.byline.iter().map(|author| &author.name).collect();
                (names.iter().any(|found| found == name), format!("{names:?}"))
            }
            Self::Published(value) => {
                let found = article.published.as_ref().map(|stamp| format!("{:?}", stamp.point));
                let found = found.unwrap_or_default();
                (found.contains(value), found)
            }
            Self::Note(kind) => {
                let kinds = read.notes.iter().map(|note| format!("{:?}", note.kind));
                let kinds: Vec<_> = kinds.collect();
                (kinds.iter().any(|found| found == kind), format!("{kinds:?}"))
            }
        }
    }
}
