//! A story arranged for a reader: the one order that terminal, Markdown and HTML share.
//!
//! Nothing is worded here. A [`Reading`] holds excerpts, which are spans of
//! articles, beside the names of the outlets that carry them.

mod bare;
mod claims;
mod elsewhere;
mod excerpt;
mod parting;
mod speakers;

pub(crate) use claims::{Alone, Told};
pub(crate) use excerpt::Excerpt;
pub(crate) use parting::{Parting, Side};
pub(crate) use speakers::{Said, Speaker, Wording};

use crate::{days, labels, outlets};
use parallax_model::{Edition, ReadArticle, ToldStory};

/// One story, in reading order.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) id: String,
    /// The headline of the most central article.
    pub(crate) headline: Option<Excerpt<'a>>,
    /// The outlet whose headline it is.
    pub(crate) headline_outlet: &'a str,
    pub(crate) when: Option<String>,
    pub(crate) place: Option<&'a str>,
    /// `4 articles, 3 outlets, 2 origins`.
    pub(crate) numbers: String,
    pub(crate) origins: usize,
    /// Carried by every origin.
    pub(crate) all: Vec<Told<'a>>,
    /// Carried by two or more, not by all.
    pub(crate) several: Vec<Told<'a>>,
    pub(crate) partings: Vec<Parting<'a>>,
    pub(crate) alone: Vec<Alone<'a>>,
    pub(crate) background: Vec<Told<'a>>,
    pub(crate) speakers: Vec<Speaker<'a>>,
    pub(crate) timeline: Vec<Moment<'a>>,
    pub(crate) earlier: Vec<Before<'a>>,
    pub(crate) articles: Vec<Listed<'a>>,
}

/// Something on the timeline.
#[derive(Debug)]
pub(crate) struct Moment<'a> {
    /// TIMEX3 value.
    pub(crate) value: &'a str,
    /// For people.
    pub(crate) when: String,
    pub(crate) excerpt: Excerpt<'a>,
    /// Other outlets that tell it.
    pub(crate) also: Vec<&'a str>,
}

/// A report of an earlier report.
#[derive(Debug)]
pub(crate) struct Before<'a> {
    pub(crate) excerpt: Excerpt<'a>,
    /// Headline of the linked earlier story.
    pub(crate) story: Option<&'a str>,
}

/// An article of the story.
#[derive(Debug)]
pub(crate) struct Listed<'a> {
    pub(crate) read: &'a ReadArticle,
    pub(crate) outlet: &'a str,
    /// ISO.
    pub(crate) published: Option<String>,
    /// The outlet whose copy it prints.
    pub(crate) copy_of: Option<&'a str>,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(edition: &'a Edition, told: &'a ToldStory) -> Self {
        let ToldStory { story, comparison } = told;
        let central = &edition.articles[comparison.headline];
        let partings = parting::all(edition, told);
        let agreed = claims::agreed(edition, told);
        let alone = claims::alone(edition, told, &agreed);
        let (all, several) =
            agreed.into_iter().partition(|claim| claim.origins >= story.origins.len());
        Self {
            id: story.id.to_string(),
            headline: central.article.headline.map(|span| Excerpt { read: central, span }),
            headline_outlet: outlets::label(&central.article),
            when: when(told),
            place: comparison.place.as_deref(),
            numbers: numbers(edition, told),
            origins: story.origins.len(),
            all,
            several,
            partings,
            alone,
            background: claims::background(edition, told),
            speakers: speakers::all(edition, told),
            timeline: timeline(edition, told),
            earlier: earlier(edition, told),
            articles: articles(edition, told),
        }
    }
}

impl Reading<'_> {
    /// What to call what every origin carries.
    pub(crate) fn all_label(&self) -> &'static str {
        if self.origins == 2 { "What both tell" } else { "What all tell" }
    }

    /// What to call what one origin carries; where there is no other, it is the account.
    pub(crate) fn alone_label(&self) -> &'static str {
        if self.origins == 1 { "The account" } else { "What one alone tells" }
    }
}

fn when(told: &ToldStory) -> Option<String> {
    let when = &told.comparison.when;
    match (when.start.as_deref(), when.end.as_deref()) {
        (Some(start), Some(end)) if start != end => {
            Some(format!("{} to {}", days::long(start), days::long(end)))
        }
        (start, end) => start.or(end).map(days::long),
    }
}

/// `4 articles, 3 outlets, 2 origins`.
pub(crate) fn numbers(edition: &Edition, told: &ToldStory) -> String {
    let story = &told.story;
    [
        labels::count(story.articles.len(), "article", "articles"),
        labels::count(outlets::of(edition, story).len(), "outlet", "outlets"),
        labels::count(story.origins.len(), "origin", "origins"),
    ]
    .join(", ")
}

fn timeline<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Moment<'a>> {
    let entries = told.comparison.timeline.iter();
    entries
        .map(|entry| {
            let excerpt = Excerpt::new(edition, entry.text.0, entry.text.1);
            let carriers = std::iter::once(&entry.text.0).chain(&entry.articles);
            let mut also = distinct_outlets(edition, carriers.copied());
            also.remove(0);
            Moment { value: &entry.value, when: days::short(&entry.value), excerpt, also }
        })
        .collect()
}

fn earlier<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Before<'a>> {
    let earlier = told.comparison.earlier.iter();
    earlier
        .map(|earlier| Before {
            excerpt: Excerpt::new(edition, earlier.article, earlier.span),
            story: earlier.story.map(|index| headline(edition, &edition.stories[index])),
        })
        .collect()
}

/// The stories with accounts to compare, and those of one article.
///
/// A story that is the only one is told in full, whatever it is made of.
pub(crate) fn by_accounts(edition: &Edition) -> (Vec<&ToldStory>, Vec<&ToldStory>) {
    let only = edition.stories.len() == 1;
    edition.stories.iter().partition(|told| only || told.story.articles.len() > 1)
}

/// The headline that stands for a story.
pub(crate) fn headline<'a>(edition: &'a Edition, told: &ToldStory) -> &'a str {
    edition.articles[told.comparison.headline].article.headline_words()
}

fn articles<'a>(edition: &'a Edition, told: &ToldStory) -> Vec<Listed<'a>> {
    let indices = told.story.articles.iter();
    indices.map(|&index| Listed::new(edition, index)).collect()
}

impl<'a> Moment<'a> {
    /// Whether its value is one that HTML can name: a day, month, year or clock time.
    pub(crate) fn is_moment(&self) -> bool {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        self.value.len() >= 4 && self.value.split(['-', 'T', ':']).all(digits)
    }

    /// The outlets that tell it, the one whose words are shown first.
    pub(crate) fn outlets(&self) -> Vec<&'a str> {
        std::iter::once(self.excerpt.outlet()).chain(self.also.iter().copied()).collect()
    }
}

impl<'a> Listed<'a> {
    pub(crate) fn new(edition: &'a Edition, index: usize) -> Self {
        let read = &edition.articles[index];
        let copy_of =
            read.copy_of.map(|original| outlets::label(&edition.articles[original].article));
        Self {
            read,
            outlet: outlets::label(&read.article),
            published: read.article.published.as_ref().map(ToString::to_string),
            copy_of,
        }
    }

    /// Its address, where that is one a browser may be sent to.
    pub(crate) fn link(&self) -> Option<&'a str> {
        let url = self.read.article.url.as_deref()?;
        let web = url.starts_with("https://") || url.starts_with("http://");
        let plain = !url.contains(|letter: char| letter.is_control() || letter.is_whitespace());
        (web && plain).then_some(url)
    }

    /// Where a reader finds it: its address, else the capture.
    pub(crate) fn whereabouts(&self) -> &'a str {
        self.read.article.url.as_deref().unwrap_or(&self.read.article.capture.path)
    }

    pub(crate) fn headline(&self) -> Option<Excerpt<'a>> {
        self.read.article.headline.map(|span| Excerpt { read: self.read, span })
    }

    /// What was odd about it, in words.
    pub(crate) fn notes(&self) -> Vec<String> {
        let article = &self.read.article;
        self.read.notes.iter().map(|note| labels::note(note, article)).collect()
    }
}

/// The outlets of `articles`, each once, in the order given.
fn distinct_outlets(edition: &Edition, articles: impl Iterator<Item = usize>) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for index in articles {
        let name = outlets::label(&edition.articles[index].article);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
