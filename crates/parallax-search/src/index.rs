//! What is to be found, and finding it.

mod collect;
mod exact;
mod intact;
mod schema;
mod statistics;
mod terms;

use crate::{
    document::Document,
    named::Named,
    query::{Field, Query},
    tokens::{self, Placed},
};
use exact::Exact;
use jiff::{civil::Date, tz::TimeZone};
use parallax_language::Language;
use parallax_model::{ArticleId, EntityKind, Span, StoryId};
use schema::Schema;
use statistics::{Counted, Statistics};
use std::{
    fs,
    ops::Bound,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};
use tantivy::{
    IndexReader, IndexWriter, ReloadPolicy, TantivyError, Term,
    directory::MmapDirectory,
    query::{
        AllQuery, BooleanQuery, BoostQuery, EmptyQuery, Occur, PhraseQuery, Query as Asked,
        RangeQuery, TermQuery,
    },
    schema::{IndexRecordOption, TantivyDocument},
};
use terms::{Cutter, PLACED, Terms};
use thiserror::Error;

/// Bytes of memory for documents that wait to be written.
const WAITING: usize = 32 << 20;

/// How much more a word of the headline tells than one of the text.
const HEADLINE: f32 = 3.0;

/// Words between two that stand in a list one after the other: no phrase reaches across.
const APART: usize = 100;

/// An index of articles, in a folder of its own.
pub struct Index {
    folder: PathBuf,
    held: tantivy::Index,
    reader: IndexReader,
    schema: Schema,
    counted: Counted,
}

/// Why the index cannot do what it was asked. It can always be made again.
#[derive(Debug, Error)]
pub enum IndexError {
    /// The folder cannot be used.
    #[error("cannot use the folder of the index")]
    Folder(#[source] std::io::Error),
    /// A file of it is not what was written.
    #[error("the index is damaged; `parallax rebuild --index` makes it again")]
    Damaged,
    /// The index is not what it was or cannot be written.
    #[error("the index cannot be used")]
    Index(#[from] TantivyError),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many articles there are.
    pub articles: usize,
    /// Those asked for.
    pub hits: Vec<Hit>,
    /// How the articles fall into outlets, the most frequent first.
    pub outlets: Vec<Facet>,
    /// How they fall into languages.
    pub languages: Vec<Facet>,
    /// How they fall into topics, by code.
    pub topics: Vec<Facet>,
}

/// An article that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// Its story.
    pub story: StoryId,
    /// When it was published, in seconds since 1970.
    pub published: Option<i64>,
    /// How well it fits: only good to compare.
    pub score: f32,
}

/// A share of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// What they have in common.
    pub value: String,
    /// How many articles.
    pub articles: usize,
}

/// How hits are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best first.
    #[default]
    Fitting,
    /// The latest first; without a date last.
    Latest,
}

impl Index {
    /// Opens the index in `folder`, or makes an empty one where there is none that can be used.
    pub fn open(folder: &Path) -> Result<Self, IndexError> {
        fs::create_dir_all(folder).map_err(IndexError::Folder)?;
        let held = intact::is_sealed(folder).then(|| Self::try_open(folder).ok()).flatten();
        held.map_or_else(
            || {
                fs::remove_dir_all(folder).map_err(IndexError::Folder)?;
                fs::create_dir_all(folder).map_err(IndexError::Folder)?;
                intact::unseal(folder).map_err(IndexError::Folder)?;
                Self::try_open(folder)
            },
            Ok,
        )
    }

    /// Opens the index in `folder` to be asked; none where there is none that can be used.
    pub fn open_to_read(folder: &Path) -> Option<Self> {
        intact::is_sealed(folder).then(|| Self::try_open(folder).ok())?
    }

    /// Opens what stands in `folder`; what is damaged there may make the library break off.
    fn try_open(folder: &Path) -> Result<Self, IndexError> {
        let open = || -> Result<Self, IndexError> {
            let schema = Schema::new();
            let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
            let held = tantivy::Index::open_or_create(directory, schema.fields.clone())?;
            held.tokenizers().register(PLACED, Cutter::default());
            let reader =
                held.reader_builder().reload_policy(ReloadPolicy::OnCommitWithDelay).try_into()?;
            let counted = Counted::default();
            Ok(Self { folder: folder.to_owned(), held, reader, schema, counted })
        };
        catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(IndexError::Damaged))
    }

    /// What was said of the state of the index when it was written last.
    pub fn stamp(&self) -> Option<String> {
        self.held.load_metas().ok()?.payload
    }

    /// How many articles it holds.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Begins to write; there is one writer at a time.
    pub fn update(&self) -> Result<Update<'_>, IndexError> {
        let writer = self.held.writer_with_num_threads(1, WAITING)?;
        intact::unseal(&self.folder).map_err(IndexError::Folder)?;
        Ok(Update { index: self, writer })
    }

    fn named(&self, id: ArticleId) -> Term {
        Term::from_field_bytes(self.schema.article, id.as_bytes())
    }

    fn kept(&self, document: &Document<'_>) -> TantivyDocument {
        let schema = &self.schema;
        let article = document.article;
        let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
        let mut kept = TantivyDocument::new();
        kept.add_bytes(schema.article, document.id().as_bytes());
        kept.add_bytes(schema.story, document.story.as_bytes());
        kept.add_u64(schema.rank, rank(document.id()));
        kept.add_u64(schema.origins, document.origins);
        if let Some(published) = document.published() {
            kept.add_i64(schema.published, published);
        }
        let named = Named::of(document.annotations);
        let text = article.text.as_str();
        let terms = tokens::of_text(text, language, |at| named.hold(at));
        let headline = article.headline.map_or(0, Span::end);
        let in_headline = terms.iter().filter(|placed| placed.start < headline);
        kept.add_text(schema.headline, lines(in_headline));
        kept.add_text(schema.text, lines(&terms));
        let quoted = tokens::of_text(&document.quoted(), language, |_| true);
        kept.add_text(schema.quoted, lines(&quoted));
        let lists = [
            (schema.speaker, document.speakers()),
            (schema.person, document.names(EntityKind::Person)),
            (schema.organization, document.names(EntityKind::Organization)),
            (schema.place, document.names(EntityKind::Place)),
            (
                schema.outlet,
                format!(
                    "{}\n{}",
                    document.outlet(),
                    article.outlet.domain.as_deref().unwrap_or_default()
                ),
            ),
        ];
        for (field, names) in lists {
            kept.add_text(field, lines_of_names(&names, language));
        }
        kept.add_text(schema.outlet_shown, document.outlet());
        kept.add_text(schema.language, &article.language);
        if let Some((primary, _)) = article.language.split_once('-') {
            kept.add_text(schema.language_family, primary);
        } else {
            kept.add_text(schema.language_family, &article.language);
        }
        if let Some(topic) = document.topic {
            kept.add_text(schema.topic, topic.code());
        }
        for kind in &document.differs {
            kept.add_text(schema.differs, kind.name());
        }
        kept
    }

    /// What fits `query`: those after `skip` others, `most` at most.
    pub fn search(
        &self,
        query: &Query,
        order: Order,
        skip: usize,
        most: usize,
    ) -> Result<Found, IndexError> {
        self.search_by(query, order, skip, most, false)
    }

    /// The same, with how all that fits falls into parts.
    pub fn search_with_facets(
        &self,
        query: &Query,
        order: Order,
        skip: usize,
        most: usize,
    ) -> Result<Found, IndexError> {
        self.search_by(query, order, skip, most, true)
    }

    fn search_by(
        &self,
        query: &Query,
        order: Order,
        skip: usize,
        most: usize,
        facets: bool,
    ) -> Result<Found, IndexError> {
        let searcher = self.reader.searcher();
        let asked = self.asked(query);
        let collector = collect::Collected { most: skip.saturating_add(most), order, facets };
        let search = || {
            let statistics = Statistics::of(&searcher, self.schema.text, &self.counted)?;
            searcher.search_with_statistics_provider(&*asked, &collector, &statistics)
        };
        let found = catch_unwind(AssertUnwindSafe(search));
        let mut found = found.map_err(|_| IndexError::Damaged)??;
        let mut hits = Vec::new();
        for (score, published, address) in found.best.drain(..).skip(skip) {
            let document: TantivyDocument = searcher.doc(address)?;
            let id = |field| intact::id_in(&document, field);
            if let (Some(article), Some(story)) = (id(self.schema.article), id(self.schema.story)) {
                hits.push(Hit { article: article.into(), story: story.into(), published, score });
            }
        }
        let [outlets, languages, topics] = found.facets;
        let facets = |counted: std::collections::BTreeMap<String, usize>| {
            let mut facets: Vec<Facet> =
                counted.into_iter().map(|(value, articles)| Facet { value, articles }).collect();
            facets.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.value.cmp(&b.value)));
            facets
        };
        Ok(Found {
            articles: found.articles,
            hits,
            outlets: facets(outlets),
            languages: facets(languages),
            topics: facets(topics),
        })
    }

    fn asked(&self, query: &Query) -> Box<dyn Asked> {
        let schema = &self.schema;
        match query {
            Query::Word(word) => {
                let forms = tokens::of_word(word);
                let boosted = |form: &String| -> Box<dyn Asked> {
                    Box::new(Exact(Box::new(BoostQuery::new(
                        term(schema.headline, form),
                        HEADLINE,
                    ))))
                };
                either(
                    forms
                        .iter()
                        .map(|form| one(schema.text, form))
                        .chain(forms.iter().map(boosted))
                        .collect(),
                )
            }
            Query::Phrase(words) => phrase(schema.text, words),
            Query::In(field, value) => self.in_field(*field, value),
            Query::Since(day) => {
                self.published(Bound::Included(first_second(*day)), Bound::Unbounded)
            }
            Query::Until(day) => {
                let next = day.tomorrow().map_or(i64::MAX, first_second);
                self.published(Bound::Unbounded, Bound::Excluded(next))
            }
            Query::Origins(least, most) => {
                let bound =
                    |number: u64| Bound::Included(Term::from_field_u64(schema.origins, number));
                Box::new(RangeQuery::new(bound(*least), bound(*most)))
            }
            Query::All(parts) => {
                let mut asked: Vec<(Occur, Box<dyn Asked>)> = Vec::new();
                for part in parts {
                    asked.push(match part {
                        Query::Not(part) => (Occur::MustNot, self.asked(part)),
                        part => (Occur::Must, self.asked(part)),
                    });
                }
                Box::new(BooleanQuery::new(asked))
            }
            Query::Any(parts) => either(parts.iter().map(|part| self.asked(part)).collect()),
            Query::Not(part) => Box::new(BooleanQuery::new(vec![
                (Occur::Must, Box::new(AllQuery) as Box<dyn Asked>),
                (Occur::MustNot, self.asked(part)),
            ])),
        }
    }

    fn published(&self, from: Bound<i64>, to: Bound<i64>) -> Box<dyn Asked> {
        let term = |seconds| Term::from_field_i64(self.schema.published, seconds);
        Box::new(RangeQuery::new(from.map(term), to.map(term)))
    }

    fn in_field(&self, field: Field, value: &str) -> Box<dyn Asked> {
        let schema = &self.schema;
        match field {
            Field::Language if value.contains('-') => one(schema.language, value),
            Field::Language => one(schema.language_family, &value.to_lowercase()),
            Field::Topic => one(schema.topic, value),
            Field::Differs => one(schema.differs, value),
            Field::Headline => words_of(schema.headline, value),
            Field::Quotation => words_of(schema.quoted, value),
            Field::Outlet => name(schema.outlet, value),
            Field::Speaker => name(schema.speaker, value),
            Field::Person => name(schema.person, value),
            Field::Organization => name(schema.organization, value),
            Field::Place => name(schema.place, value),
        }
    }
}

/// What is to be written, all at once.
pub struct Update<'a> {
    index: &'a Index,
    writer: IndexWriter,
}

impl<'a> Update<'a> {
    /// Forgets everything.
    pub fn clear(&mut self) -> Result<(), IndexError> {
        self.writer.delete_all_documents()?;
        Ok(())
    }

    /// Makes articles ready to be [put](Self::put), in any thread.
    pub fn maker(&self) -> Maker<'a> {
        Maker(self.index)
    }

    /// Puts an article in the place of what is held of it.
    pub fn put(&mut self, made: Made) -> Result<(), IndexError> {
        self.writer.delete_term(made.name);
        self.writer.add_document(made.document)?;
        Ok(())
    }

    /// Forgets the articles of a story.
    pub fn forget_story(&mut self, id: StoryId) {
        self.writer.delete_term(Term::from_field_bytes(self.index.schema.story, id.as_bytes()));
    }

    /// Writes it, with `stamp` beside it: all of it or, after a crash, nothing.
    pub fn finish(mut self, stamp: &str) -> Result<(), IndexError> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(stamp);
        commit.commit()?;
        self.writer.wait_merging_threads()?;
        intact::seal(&self.index.folder).map_err(IndexError::Folder)?;
        self.index.reader.reload()?;
        Ok(())
    }
}

/// Makes articles ready to be put into the index.
#[derive(Clone, Copy)]
pub struct Maker<'a>(&'a Index);

/// An article that is ready to be put into the index.
pub struct Made {
    name: Term,
    document: TantivyDocument,
}

impl Maker<'_> {
    /// Cuts an article into the terms it is found by.
    pub fn make(&self, document: &Document<'_>) -> Made {
        Made { name: self.0.named(document.id()), document: self.0.kept(document) }
    }
}

/// Articles that fit alike are ordered by this: a number that depends on their names alone.
fn rank(id: ArticleId) -> u64 {
    id.as_bytes().first_chunk().map_or(0, |first| u64::from_be_bytes(*first))
}

/// A term in a field.
fn one(field: tantivy::schema::Field, text: &str) -> Box<dyn Asked> {
    Box::new(Exact(term(field, text)))
}

fn term(field: tantivy::schema::Field, text: &str) -> Box<dyn Asked> {
    let term = Term::from_field_text(field, text);
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// One of several.
fn either(mut parts: Vec<Box<dyn Asked>>) -> Box<dyn Asked> {
    match parts.len() {
        0 => Box::new(EmptyQuery),
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::union(parts)),
    }
}

/// All of several.
fn all(mut parts: Vec<Box<dyn Asked>>) -> Box<dyn Asked> {
    match parts.len() {
        0 => Box::new(EmptyQuery),
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::intersection(parts)),
    }
}

/// Words side by side, as they are printed.
fn phrase(field: tantivy::schema::Field, words: &[String]) -> Box<dyn Asked> {
    let mut terms: Vec<Term> = words
        .iter()
        .map(|word| Term::from_field_text(field, &tokens::of_phrase_word(word)))
        .collect();
    match terms.len() {
        0 => Box::new(EmptyQuery),
        1 => {
            let term = TermQuery::new(terms.remove(0), IndexRecordOption::WithFreqs);
            Box::new(Exact(Box::new(term)))
        }
        _ => Box::new(Exact(Box::new(PhraseQuery::new(terms)))),
    }
}

/// Words in any form, all of them.
fn words_of(field: tantivy::schema::Field, value: &str) -> Box<dyn Asked> {
    let forms = parallax_language::words(value).map(|word| tokens::of_word(word.of(value)));
    all(forms.map(|forms| either(forms.iter().map(|form| one(field, form)).collect())).collect())
}

/// Words of a name, in any script, all of them.
fn name(field: tantivy::schema::Field, value: &str) -> Box<dyn Asked> {
    let forms = tokens::of_name(value).into_iter();
    all(forms.map(|forms| either(forms.iter().map(|form| one(field, form)).collect())).collect())
}

/// Terms as the index takes them.
fn lines<'a>(terms: impl IntoIterator<Item = &'a Placed>) -> String {
    let mut lines = Terms::default();
    for placed in terms {
        lines.put(placed.word, &placed.term);
    }
    lines.into_text()
}

/// The terms of names, one a line.
fn lines_of_names(names: &str, language: Language) -> String {
    let mut lines = Terms::default();
    for (number, name) in names.lines().enumerate() {
        for placed in tokens::of_text(name, language, |_| true) {
            lines.put(placed.word + number * APART, &placed.term);
        }
    }
    lines.into_text()
}

fn first_second(day: Date) -> i64 {
    day.to_zoned(TimeZone::UTC).map_or(i64::MIN, |start| start.timestamp().as_second())
}

#[cfg(test)]
mod tests;
