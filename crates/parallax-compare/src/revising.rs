//! What an outlet changed in an article: figures, names, words that were said, told from commas.

mod align;

use align::{Edit, edits, partners};
use parallax_language::{Language, fold, is_stop_word, words};
use parallax_model::{
    About, Alteration, Annotations, Article, Bound, Comparison, Correction, MentionForm,
    QuotationKind, Revised, Span, Statement,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::LazyLock,
};

/// One revision of an article, as it was read.
pub type Read<'a> = (&'a Article, &'a Annotations);

static NEGATIONS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let rows = include_str!("../data/negation.tsv").lines();
    let words = rows.filter_map(|row| row.strip_prefix("no\t"));
    words.flat_map(|words| words.split(' ')).collect()
});

/// What changed from `older` to `newer`, two revisions of one article.
///
/// Lines that only moved, or whose case, marks and spaces alone are others, have not changed.
pub fn revised(older: Read<'_>, newer: Read<'_>) -> Revised {
    let (old, new) = (Lines::of(older), Lines::of(newer));
    let (out, put, dressed) = old.apart(&new);
    let mut pairs = old.heads(&new, &out, &put);
    let taken: BTreeSet<usize> = pairs.iter().map(|pair| pair.0).collect();
    let given: BTreeSet<usize> = pairs.iter().map(|pair| pair.1).collect();
    let left = |lines: &[usize], gone: &BTreeSet<usize>| -> Vec<usize> {
        lines.iter().copied().filter(|line| !gone.contains(line)).collect()
    };
    let (out, put) = (left(&out, &taken), left(&put, &given));
    let bags = |lines: &Lines<'_>, wanted: &[usize]| -> Vec<Vec<String>> {
        wanted.iter().map(|&line| lines.bag(line)).collect()
    };
    let found = partners(&bags(&old, &out), &bags(&new, &put));
    pairs.extend(found.into_iter().filter_map(|(a, b)| Some((*out.get(a)?, *put.get(b)?))));
    let mut alterations: Vec<Alteration> =
        pairs.iter().filter_map(|&(before, after)| altered(&old, before, &new, after)).collect();
    let paired: (BTreeSet<usize>, BTreeSet<usize>) = pairs.into_iter().unzip();
    for &line in put.iter().filter(|line| !paired.1.contains(line)) {
        let about = new.alone(line, &old, About::Added);
        let after = new.spans.get(line).copied();
        alterations.push(Alteration {
            before: None,
            after,
            about: vec![about],
            words: vec![(None, after)],
        });
    }
    alterations.sort_by_key(|one| one.after);
    for &line in out.iter().filter(|line| !paired.0.contains(line)) {
        let about = old.alone(line, &new, About::Withdrawn);
        let before = old.spans.get(line).copied();
        alterations.push(Alteration {
            before,
            after: None,
            about: vec![about],
            words: vec![(before, None)],
        });
    }
    Revised { alterations, dressed }
}

/// What articles of a story said in earlier revisions, each with its index, and say no more or
/// otherwise; once for what several revisions said.
pub fn corrections(
    comparison: &Comparison,
    articles: &[Article],
    annotations: &[Annotations],
    earlier: &[(usize, Article, Annotations)],
) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, article, older) in earlier {
        let (Some(now), Some(read)) = (articles.get(*at), annotations.get(*at)) else { continue };
        let changed = revised((article, older), (now, read)).alterations.into_iter();
        for one in changed.filter(Alteration::takes_back) {
            let Some(span) = one.before else { continue };
            let text = article.words(span).to_owned();
            if seen.insert((*at, undressed(&text))) {
                found.push(Correction {
                    article: *at,
                    payload: article.capture.sha256,
                    claim: claim(comparison, articles, *at, one.after, &text),
                    text,
                    span,
                    now: one.after,
                    about: one.about.iter().map(|about| about.name().to_owned()).collect(),
                });
            }
        }
    }
    found.sort_by_key(|one| (one.article, one.now.is_none(), one.now, one.span));
    found
}

/// The claim that a correction is part of.
fn claim(
    comparison: &Comparison,
    articles: &[Article],
    article: usize,
    now: Option<Span>,
    was: &str,
) -> Option<usize> {
    let was = undressed(was);
    let words = |one: &Statement| articles.get(one.article).map(|held| held.words(one.span));
    let says = |one: &Statement| match now {
        Some(now) => one.article == article && one.span.overlaps(now),
        None => words(one).is_some_and(|words| undressed(words) == was),
    };
    comparison.claims.iter().position(|claim| claim.statements.iter().any(says))
}

/// Headline, standfirst and sentences of one revision.
struct Lines<'a> {
    article: &'a Article,
    annotations: &'a Annotations,
    language: Language,
    spans: Vec<Span>,
    /// What each says, without dress.
    plain: Vec<String>,
    /// How many of them are headline and standfirst.
    heads: usize,
    /// Teasers and what was left out, without dress.
    furniture: BTreeSet<String>,
}

impl<'a> Lines<'a> {
    fn of((article, annotations): Read<'a>) -> Self {
        let heads: Vec<Span> = article.headline.into_iter().chain(article.standfirst).collect();
        let spans: Vec<Span> = heads.iter().chain(&annotations.sentences).copied().collect();
        Self {
            article,
            annotations,
            language: Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN),
            plain: spans.iter().map(|&span| undressed(article.words(span))).collect(),
            heads: heads.len(),
            furniture: article
                .related
                .iter()
                .map(|teaser| teaser.text.as_str())
                .chain(article.boilerplate.iter().map(|left_out| left_out.text.as_str()))
                .flat_map(str::lines)
                .map(undressed)
                .collect(),
            spans,
        }
    }

    /// The lines that the other has not, those it has alone, and how many differ in dress.
    fn apart(&self, other: &Self) -> (Vec<usize>, Vec<usize>, usize) {
        let mut held: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, plain) in other.plain.iter().enumerate().rev() {
            held.entry(plain).or_default().push(at);
        }
        let (mut out, mut dressed) = (Vec::new(), 0);
        for (at, plain) in self.plain.iter().enumerate() {
            match held.get_mut(plain.as_str()).and_then(Vec::pop) {
                Some(same) => dressed += usize::from(self.words(at) != other.words(same)),
                None => out.push(at),
            }
        }
        let mut put: Vec<usize> = held.into_values().flatten().collect();
        put.sort_unstable();
        (out, put, dressed)
    }

    /// The headline goes with the headline, whatever it says, and so does the standfirst.
    fn heads(&self, other: &Self, out: &[usize], put: &[usize]) -> Vec<(usize, usize)> {
        let head = |lines: &Self, spans: Option<Span>| {
            spans.and_then(|span| lines.spans.iter().take(lines.heads).position(|one| *one == span))
        };
        let pairs = [
            (head(self, self.article.headline), head(other, other.article.headline)),
            (head(self, self.article.standfirst), head(other, other.article.standfirst)),
        ];
        let both = pairs.into_iter().filter_map(|(old, new)| old.zip(new));
        both.filter(|(old, new)| out.contains(old) && put.contains(new)).collect()
    }

    fn words(&self, line: usize) -> &'a str {
        self.spans.get(line).map_or("", |&span| self.article.words(span))
    }

    /// The words of a line, folded.
    fn bag(&self, line: usize) -> Vec<String> {
        let text = self.words(line);
        words(text).map(|word| fold(word.of(text))).collect()
    }

    /// What it is about that a line has no partner in the other revision.
    fn alone(&self, line: usize, other: &Self, about: About) -> About {
        let furniture = |lines: &Self, plain: &String| lines.furniture.contains(plain);
        let plain = self.plain.get(line).filter(|plain| !plain.is_empty());
        match plain {
            Some(plain) if !furniture(self, plain) && !furniture(other, plain) => about,
            _ => About::Furniture,
        }
    }

    /// What the names, dates and figures that touch `span` come to.
    fn values(&self, span: Option<Span>) -> Values {
        let Some(span) = span else { return Values::default() };
        let of = self.annotations;
        let names = of.entities.iter().filter(|entity| {
            let mut mentions = entity.mentions.iter();
            mentions.any(|one| one.form == MentionForm::Named && one.span.overlaps(span))
        });
        let dates = of.dates.iter().filter(|date| date.span.overlaps(span));
        let figures = of.quantities.iter().filter(|one| one.span.overlaps(span));
        let mut values = Values {
            names: names.map(|entity| undressed(&entity.name)).collect(),
            dates: dates.map(|date| date.value.clone()).collect(),
            figures: figures
                .map(|one| (one.milli, one.upper, one.unit.clone(), one.bound))
                .collect(),
            quoted: of
                .quotations
                .iter()
                .any(|one| one.kind != QuotationKind::Indirect && one.span.overlaps(span)),
            ..Values::default()
        };
        let text = self.article.words(span);
        for word in words(text).map(|word| fold(word.of(text))) {
            if NEGATIONS.contains(word.as_str()) || word.ends_with("n't") {
                values.negations += 1;
            }
            if word.chars().any(char::is_numeric) {
                values.digits.push(word.clone());
            }
            values.content |= !is_stop_word(self.language, &word);
            values.plain.push(word);
        }
        values
    }
}

/// What stands in some words of a line.
#[derive(Debug, Default, PartialEq)]
struct Values {
    names: BTreeSet<String>,
    dates: Vec<String>,
    figures: Vec<(i128, Option<i128>, String, Bound)>,
    quoted: bool,
    negations: usize,
    digits: Vec<String>,
    /// Whether a word is more than a link between others.
    content: bool,
    plain: Vec<String>,
}

impl Values {
    /// What a change from these words to those of `other` is about.
    fn about(&self, other: &Self) -> Vec<About> {
        let mut about = Vec::new();
        let told = self.dates != other.dates;
        // Digits of a date are no figure; a figure that is spelled out is the same.
        let digits =
            self.digits != other.digits && self.figures.is_empty() && other.figures.is_empty();
        if self.figures != other.figures || digits && !told {
            about.push(About::Number);
        }
        if told {
            about.push(About::Date);
        }
        if self.names != other.names {
            about.push(About::Name);
        }
        let said = self.plain != other.plain;
        if said && (self.quoted || other.quoted) {
            about.push(About::Quotation);
        }
        if self.negations != other.negations {
            about.push(About::Negation);
        }
        if about.is_empty() {
            let content = said && (self.content || other.content);
            about.push(if content { About::Wording } else { About::Style });
        }
        about
    }
}

/// A line that says something else than it did.
fn altered(old: &Lines<'_>, before: usize, new: &Lines<'_>, after: usize) -> Option<Alteration> {
    let (before, after) = (*old.spans.get(before)?, *new.spans.get(after)?);
    let mut about = BTreeSet::new();
    let mut changed = Vec::new();
    for Edit { old: was, new: now } in edits(old.article.words(before), new.article.words(after)) {
        let of = |article: &Article, line: Span, range: Range<usize>| {
            article.text.span(line.start() + range.start, line.start() + range.end).ok()
        };
        let was = was.and_then(|range| of(old.article, before, range));
        let now = now.and_then(|range| of(new.article, after, range));
        about.extend(old.values(was).about(&new.values(now)));
        changed.push((was, now));
    }
    let about = about.into_iter().collect();
    Some(Alteration { before: Some(before), after: Some(after), about, words: changed })
}

fn undressed(words: &str) -> String {
    let letters = words.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
