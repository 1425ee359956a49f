//! From what is typed to a question.

use super::{Field, Query, QueryError};
use jiff::civil::Date;
use parallax_language::words;
use parallax_model::{DifferenceKind, MediaTopic};
use std::ops::Range;

/// Brackets within brackets, at most.
const DEEPEST: usize = 32;

/// Words of a question, at most.
const LONGEST: usize = 256;

pub(super) fn query(question: &str) -> Result<Query, QueryError> {
    let pieces = pieces(question)?;
    let mut reader = Reader { pieces: &pieces, at: 0, depth: 0, end: question.len() };
    let query = reader.any()?;
    match reader.next() {
        None => Ok(query),
        Some(piece) => Err(error(&piece.at, "this bracket closes nothing")),
    }
}

fn error(at: &Range<usize>, what: impl Into<String>) -> QueryError {
    QueryError { at: at.clone(), what: what.into() }
}

/// A piece of a question.
#[derive(Debug)]
struct Piece {
    at: Range<usize>,
    kind: Kind,
}

#[derive(Debug, PartialEq)]
enum Kind {
    Open,
    Close,
    Or,
    And,
    Not,
    /// `name:`, and the next piece is what it asks for.
    Field(String),
    Word(String),
    Quoted(String),
}

/// Whether a letter opens what is quoted.
fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '«' | '»' | '„')
}

fn pieces(question: &str) -> Result<Vec<Piece>, QueryError> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut letters = question.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        let kind = match letter {
            _ if letter.is_whitespace() => continue,
            '(' => Kind::Open,
            ')' => Kind::Close,
            '|' => Kind::Or,
            '-' => Kind::Not,
            _ if is_mark(letter) => {
                let inside = end;
                loop {
                    let Some((at, letter)) = letters.next() else {
                        return Err(error(
                            &(start..question.len()),
                            "this quotation mark is never closed",
                        ));
                    };
                    end = at + letter.len_utf8();
                    if matches!(letter, '"' | '“' | '”' | '«' | '»') {
                        break Kind::Quoted(
                            question.get(inside..at).unwrap_or_default().to_owned(),
                        );
                    }
                }
            }
            _ => {
                while let Some(&(at, letter)) = letters.peek() {
                    if letter.is_whitespace()
                        || matches!(letter, '(' | ')' | '|')
                        || is_mark(letter)
                    {
                        break;
                    }
                    letters.next();
                    end = at + letter.len_utf8();
                    if letter == ':' {
                        break;
                    }
                }
                word(question.get(start..end).unwrap_or_default())
            }
        };
        pieces.push(Piece { at: start..end, kind });
        if pieces.len() > LONGEST {
            return Err(error(&(start..end), format!("a question has {LONGEST} words at most")));
        }
    }
    Ok(pieces)
}

fn word(word: &str) -> Kind {
    match word {
        "OR" => Kind::Or,
        "AND" => Kind::And,
        "NOT" => Kind::Not,
        _ => match word.strip_suffix(':') {
            Some(name) if !name.is_empty() => Kind::Field(name.to_owned()),
            _ => Kind::Word(word.to_owned()),
        },
    }
}

struct Reader<'a> {
    pieces: &'a [Piece],
    at: usize,
    depth: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<&'a Piece> {
        self.pieces.get(self.at)
    }

    fn next(&mut self) -> Option<&'a Piece> {
        let piece = self.peek();
        self.at += 1;
        piece
    }

    fn missing(&self, what: &str) -> QueryError {
        let at = self.peek().map_or(self.end..self.end, |piece| piece.at.clone());
        error(&at, what)
    }

    /// Parts with `OR` between them.
    fn any(&mut self) -> Result<Query, QueryError> {
        let mut parts = vec![self.all()?];
        while self.peek().is_some_and(|piece| piece.kind == Kind::Or) {
            self.next();
            parts.push(self.all()?);
        }
        Ok(joined(parts, Query::Any))
    }

    /// Parts side by side.
    fn all(&mut self) -> Result<Query, QueryError> {
        let mut parts = Vec::new();
        let mut first = None;
        while let Some(piece) = self.peek() {
            match piece.kind {
                Kind::Or | Kind::Close => break,
                Kind::And if parts.is_empty() => {
                    return Err(error(&piece.at, "there is nothing before this AND"));
                }
                Kind::And => {
                    self.next();
                    let next = self.peek().map(|piece| &piece.kind);
                    if matches!(next, None | Some(Kind::Or | Kind::And | Kind::Close)) {
                        return Err(self.missing("there is nothing after this AND"));
                    }
                }
                _ => {
                    first.get_or_insert(piece.at.clone());
                    parts.push(self.one()?);
                }
            }
        }
        if parts.is_empty() {
            return Err(self.missing("something to look for is missing here"));
        }
        if parts.iter().all(|part| matches!(part, Query::Not(_))) {
            let at = first.unwrap_or(0..self.end);
            return Err(error(&at, "it says only what is not wanted; add something that is"));
        }
        Ok(joined(parts, Query::All))
    }

    fn one(&mut self) -> Result<Query, QueryError> {
        let Some(piece) = self.next() else {
            return Err(self.missing("something to look for is missing here"));
        };
        match &piece.kind {
            Kind::Not => {
                let not = matches!(self.peek().map(|piece| &piece.kind), Some(Kind::Not));
                if not {
                    return Err(self.missing("NOT stands twice"));
                }
                match self.peek().map(|piece| &piece.kind) {
                    None | Some(Kind::Or | Kind::And | Kind::Close) => {
                        Err(self.missing("what is not wanted is missing here"))
                    }
                    _ => Ok(Query::Not(Box::new(self.one()?))),
                }
            }
            Kind::Open => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(error(&piece.at, "too many brackets within brackets"));
                }
                let inside = self.any()?;
                self.depth -= 1;
                match self.next() {
                    Some(Piece { kind: Kind::Close, .. }) => Ok(inside),
                    _ => Err(error(&piece.at, "this bracket is never closed")),
                }
            }
            Kind::Field(name) => self.field(name, &piece.at),
            Kind::Word(word) => looked_up(word, &piece.at),
            Kind::Quoted(words) => phrase(words, &piece.at),
            Kind::Or | Kind::And | Kind::Close => {
                Err(error(&piece.at, "something to look for is missing before this"))
            }
        }
    }

    fn field(&mut self, name: &str, at: &Range<usize>) -> Result<Query, QueryError> {
        let value = match self.next() {
            Some(Piece { kind: Kind::Word(value) | Kind::Quoted(value), at: place })
                if !value.trim().is_empty() =>
            {
                (value.trim(), place)
            }
            _ => return Err(error(at, format!("what `{name}:` is to be is missing"))),
        };
        let (value, place) = value;
        match name.to_lowercase().as_str() {
            "since" => day(value, place).map(|days| Query::Since(days.0)),
            "until" => day(value, place).map(|days| Query::Until(days.1)),
            "origins" => origins(value, place),
            "differs" => kind(value, place),
            "topic" => topic(value, place),
            name => match Field::ALL.iter().find(|(known, _)| *known == name) {
                Some((_, field)) => Ok(Query::In(*field, value.replace('"', ""))),
                None => Err(error(&(at.start..at.end.saturating_sub(1)), unknown_field(name))),
            },
        }
    }
}

/// Several parts as one; one as itself.
fn joined(mut parts: Vec<Query>, join: impl Fn(Vec<Query>) -> Query) -> Query {
    if parts.len() == 1 { parts.remove(0) } else { join(parts) }
}

/// A word; what is several words to us, such as one with a hyphen, is a phrase.
fn looked_up(typed: &str, at: &Range<usize>) -> Result<Query, QueryError> {
    let mut parts: Vec<String> = words(typed).map(|word| word.of(typed).to_owned()).collect();
    match parts.len() {
        0 => Err(error(at, "there is no word in this")),
        1 => Ok(Query::Word(parts.remove(0))),
        _ => Ok(Query::Phrase(parts)),
    }
}

fn phrase(typed: &str, at: &Range<usize>) -> Result<Query, QueryError> {
    let parts: Vec<String> = words(typed).map(|word| word.of(typed).to_owned()).collect();
    if parts.is_empty() {
        return Err(error(at, "there is no word between these marks"));
    }
    Ok(Query::Phrase(parts))
}

/// The first and the last day that a day, a month or a year means.
fn day(value: &str, at: &Range<usize>) -> Result<(Date, Date), QueryError> {
    let numbers: Option<Vec<i16>> = value.split('-').map(|part| part.parse().ok()).collect();
    let small = |number: i16| i8::try_from(number).ok();
    let days = match numbers.as_deref() {
        Some([year]) => Date::new(*year, 1, 1).ok().map(|first| (first, first.last_of_year())),
        Some([year, month]) => small(*month)
            .and_then(|month| Date::new(*year, month, 1).ok())
            .map(|first| (first, first.last_of_month())),
        Some([year, month, day]) => small(*month)
            .zip(small(*day))
            .and_then(|(month, day)| Date::new(*year, month, day).ok())
            .map(|day| (day, day)),
        _ => None,
    };
    days.ok_or_else(|| error(at, "a day is written 2027-03-14, a month 2027-03, a year 2027"))
}

fn origins(value: &str, at: &Range<usize>) -> Result<Query, QueryError> {
    let number = |digits: &str| digits.parse::<u64>().ok();
    let range = if let Some(digits) = value.strip_prefix(">=") {
        number(digits).map(|least| (least, u64::MAX))
    } else if let Some(digits) = value.strip_prefix("<=") {
        number(digits).map(|most| (0, most))
    } else if let Some(digits) = value.strip_prefix('>') {
        number(digits).and_then(|more| Some((more.checked_add(1)?, u64::MAX)))
    } else if let Some(digits) = value.strip_prefix('<') {
        number(digits).and_then(|less| Some((0, less.checked_sub(1)?)))
    } else {
        number(value).map(|exactly| (exactly, exactly))
    };
    match range {
        Some((least, most)) => Ok(Query::Origins(least, most)),
        None => Err(error(at, "a number of origins is written 2, >2, >=2, <2 or <=2")),
    }
}

fn kind(value: &str, at: &Range<usize>) -> Result<Query, QueryError> {
    const KINDS: [DifferenceKind; 7] = [
        DifferenceKind::Number,
        DifferenceKind::Date,
        DifferenceKind::Name,
        DifferenceKind::Quotation,
        DifferenceKind::Wording,
        DifferenceKind::Negation,
        DifferenceKind::Attribution,
    ];
    let value = value.to_lowercase();
    let known = KINDS.map(DifferenceKind::name);
    if known.contains(&value.as_str()) {
        return Ok(Query::In(Field::Differs, value));
    }
    Err(error(at, format!("no such kind of difference; there are {}", known.join(", "))))
}

fn topic(value: &str, at: &Range<usize>) -> Result<Query, QueryError> {
    let asked = value.to_lowercase();
    let found = MediaTopic::of_code(&asked)
        .or_else(|| MediaTopic::all().find(|topic| topic.name().to_lowercase().contains(&asked)));
    if let Some(topic) = found {
        return Ok(Query::In(Field::Topic, topic.code().to_owned()));
    }
    let known: Vec<&str> = MediaTopic::all().map(MediaTopic::name).collect();
    Err(error(at, format!("no such topic; there are {}", known.join("; "))))
}

fn unknown_field(name: &str) -> String {
    let known = Field::ALL.iter().map(|(known, _)| *known).chain(["since", "until", "origins"]);
    let known: Vec<String> = known.map(|known| format!("{known}:")).collect();
    format!("there is no field `{name}`; there are {}", known.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use proptest::prelude::*;

    fn check(question: &str, read: &str) {
        match Query::parse(question) {
            Ok(query) => assert_eq!(query.to_string(), read),
            Err(error) => assert_eq!(format!("{} {}", error.at.start, error.what), read),
        }
    }

    #[test]
    fn a_question_is_read_as_it_is_meant() {
        check("dock  strike", "dock strike");
        check("dock AND strike", "dock strike");
        check("dock strike OR mill fire", "(dock strike) OR (mill fire)");
        check("(dock OR harbour) -football", "(dock OR harbour) -football");
        check("NOT= mill", "not mill");
        check("“night shifts” NOT lang:ru", "\"night shifts\" -lang:\"ru\"");
        check("since:2027-02 until:2027-02", "since:2027-02-01 until:2027-02-28");
        check("origins:>=2", "origins:>1");
        check("A'㐀", "\"A 㐀\"");
        check("wire-copy", "\"wire copy\"");
        check("topic:sport x", "topic:\"medtop:15000000\" x");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        check("(dock", "0 this bracket is never closed");
        check("dock)", "4 this bracket closes nothing");
        check("\"dock", "0 this quotation mark is never closed");
        check("dock OR", "7 something to look for is missing here");
        check("-dock", "0 it says only what is not wanted; add something that is");
        check("outlet:", "0 what `outlet:` is to be is missing");
        check("since:soon x", "6 a day is written 2027-03-14, a month 2027-03, a year 2027");
        check("", "0 something to look for is missing here");
    }

    #[test]
    fn an_error_points_at_its_place() {
        let error = Query::parse("dock since:soon").unwrap_err();
        let pointed = error.pointed("dock since:soon");
        assert!(pointed.starts_with("dock since:soon\n           ^^^^ a day"), "{pointed}");
    }

    proptest! {
        #[test]
        fn any_question_is_read_or_refused(question in ".{0,60}") {
            if let Ok(query) = Query::parse(&question) {
                let again = Query::parse(&query.to_string());
                prop_assert_eq!(again.map(|query| query.to_string()), Ok(query.to_string()));
            }
        }

        #[test]
        fn a_question_of_signs_is_read_or_refused(question in "((place:)?[()\"„”| a:<>=\\\\-]){0,20}") {
            if let Ok(query) = Query::parse(&question) {
                let again = Query::parse(&query.to_string());
                prop_assert_eq!(again.map(|query| query.to_string()), Ok(query.to_string()));
            }
        }
    }
}
