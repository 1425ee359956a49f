//! Where in an article it stands.

use crate::{
    named::Named,
    query::{Field, Query},
    tokens,
};
use parallax_language::{Language, words};
use parallax_model::{ReadArticle, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence of an article, or its headline, in which words of a question stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The sentence.
    pub span: Span,
    /// The words, in order.
    pub marks: Vec<Span>,
}

/// The sentences of an article that say most of what `query` asks for, in the order of the
/// article, `most` at most.
pub fn passages(query: &Query, read: &ReadArticle, most: usize) -> Vec<Passage> {
    let wanted = forms(query);
    let article = &read.article;
    let text = article.text.as_str();
    let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
    let mut terms: BTreeMap<usize, (usize, BTreeSet<usize>)> = BTreeMap::new();
    let named = Named::of(&read.annotations);
    for placed in tokens::of_text(text, language, |at| named.hold(at)) {
        if let Some(asked) = wanted.get(&placed.term) {
            let met = terms.entry(placed.start).or_insert((placed.end, BTreeSet::new()));
            met.1.extend(asked);
        }
    }
    let sentences = article.headline.iter().chain(&read.annotations.sentences);
    let mut found: Vec<(usize, usize, Passage)> = Vec::new();
    for span in sentences {
        let inside = terms.range(span.start()..span.end());
        let marks: Vec<Span> = inside
            .clone()
            .filter_map(|(start, (end, _))| article.text.span(*start, *end).ok())
            .collect();
        let asked: BTreeSet<usize> = inside.flat_map(|(_, (_, asked))| asked).copied().collect();
        if !marks.is_empty() {
            found.push((asked.len(), marks.len(), Passage { span: *span, marks }));
        }
    }
    found.sort_by_key(|(asked, marks, passage)| {
        (usize::MAX - asked, usize::MAX - marks, passage.span.start())
    });
    let mut best: Vec<Passage> =
        found.into_iter().take(most).map(|(_, _, passage)| passage).collect();
    best.sort_by_key(|passage| passage.span.start());
    best
}

/// Every form that a wanted word can have, with the numbers of the words it is a form of.
fn forms(query: &Query) -> BTreeMap<String, BTreeSet<usize>> {
    let mut forms: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut number = 0;
    query.wanted(&mut |part| {
        let mut put = |all: Vec<String>| {
            for form in all {
                forms.entry(form).or_default().insert(number);
            }
            number += 1;
        };
        match part {
            Query::Word(word) => put(tokens::of_word(word)),
            Query::Phrase(phrase) => {
                for word in phrase {
                    put(vec![tokens::of_phrase_word(word)]);
                }
            }
            Query::In(Field::Headline | Field::Quotation, value) => {
                for word in words(value) {
                    put(tokens::of_word(word.of(value)));
                }
            }
            Query::In(
                Field::Speaker | Field::Person | Field::Organization | Field::Place,
                value,
            ) => tokens::of_name(value).into_iter().for_each(put),
            _ => (),
        }
    });
    forms
}
