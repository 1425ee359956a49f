//! A story arranged for a reader: the one order that terminal, Markdown and HTML share.
//!
//! Nothing is worded here. A [`Reading`] holds excerpts, which are spans of
//! articles, beside the names of the outlets that carry them.

mod bare;
mod changed;
mod claims;
mod compared;
mod corrected;
mod elsewhere;
mod excerpt;
mod lead;
mod parting;
mod shown;
mod silence;
mod speakers;
mod table;
mod timeline;

pub(crate) use claims::{Alone, Told};
pub(crate) use corrected::Corrected;
pub(crate) use excerpt::Excerpt;
pub(crate) use lead::Lead;
pub(crate) use parting::{Parting, Point, Side};
pub(crate) use silence::Silence;
pub(crate) use speakers::{How, Said, Speaker, Wording, ways};
pub(crate) use table::{Cell, Table, Telling};
pub(crate) use timeline::{Day, Moment};

use crate::{days, labels, languages, outlets};
use compared::Compared;
use parallax_model::{Comparison, Edition, Link, MediaTopic, ReadArticle, ToldStory};
use shown::Shown;

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
    /// IPTC's name for what it is about.
    pub(crate) topic: Option<&'static str>,
    /// `4 articles, 3 outlets, 2 independent origins`.
    pub(crate) numbers: String,
    /// The day and the numbers.
    pub(crate) glance: String,
    /// What happened.
    pub(crate) lead: Option<Lead<'a>>,
    origins: usize,
    /// In which languages accounts stand that were compared with each other.
    compared: Compared,
    /// Carried by every origin that could be compared.
    pub(crate) all: Vec<Told<'a>>,
    /// Carried by two or more, not by all.
    pub(crate) several: Vec<Told<'a>>,
    pub(crate) partings: Vec<Parting<'a>>,
    /// Who tells what.
    pub(crate) table: Option<Table<'a>>,
    pub(crate) alone: Vec<Alone<'a>>,
    pub(crate) background: Vec<Told<'a>>,
    pub(crate) speakers: Vec<Speaker<'a>>,
    pub(crate) timeline: Vec<Day<'a>>,
    pub(crate) earlier: Vec<Before<'a>>,
    /// What was said in earlier revisions of the articles, and is not any more.
    pub(crate) corrected: Vec<Corrected<'a>>,
    /// What was not compared.
    pub(crate) left: Vec<Left<'a>>,
    /// Stories of earlier and of later days on the same thread.
    pub(crate) thread: Vec<Linked<'a>>,
    pub(crate) articles: Vec<Listed<'a>>,
}

/// A report of an earlier report.
#[derive(Debug)]
pub(crate) struct Before<'a> {
    pub(crate) excerpt: Excerpt<'a>,
    /// Headline of the linked earlier story.
    pub(crate) story: Option<&'a str>,
}

/// Sentences that were not compared.
#[derive(Debug)]
pub(crate) struct Left<'a> {
    pub(crate) outlet: &'a str,
    pub(crate) headline: &'a str,
    pub(crate) why: String,
}

/// A story linked to this one.
#[derive(Debug)]
pub(crate) struct Linked<'a> {
    /// `2 days earlier`.
    pub(crate) when: String,
    /// Where it stands on the page, if it does: a story of one article is listed as that article.
    pub(crate) anchor: Option<String>,
    pub(crate) headline: &'a str,
    /// What both are about: `Ostrel, Halvard; bridge, bearings`.
    pub(crate) why: String,
}

/// An article of the story.
#[derive(Debug)]
pub(crate) struct Listed<'a> {
    pub(crate) read: &'a ReadArticle,
    pub(crate) outlet: &'a str,
    /// ISO.
    pub(crate) published: Option<String>,
    /// `Russian`, where it is not in the language of our labels.
    pub(crate) language: Option<String>,
    /// The outlet whose copy it prints, between what the copy is called and how much it is.
    pub(crate) copy_of: Option<(&'static str, &'a str, String)>,
    /// What it has in common with the others of its story: `Ostrel, Halvard; words 31%, meaning 64%`; not of a copy.
    pub(crate) why: Option<String>,
    /// The agency it is credited to, where that is neither the outlet nor the one it copies.
    pub(crate) credit: Option<&'a str>,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(edition: &'a Edition, told: &'a ToldStory) -> Self {
        let ToldStory { story, comparison } = told;
        let central = &edition.articles[comparison.headline];
        let partings = parting::all(edition, told);
        let compared = Compared::of(edition, told);
        let lead = lead::of(edition, told);
        let mut shown = Shown::default();
        if let Some(lead) = &lead {
            shown.add(&lead.told.excerpt);
        }
        for parting in &partings {
            parting.show(&mut shown);
        }
        let agreed = claims::agreed(edition, told, &mut shown);
        let mut alone = claims::alone(edition, told, &mut shown);
        compared.set_apart(edition, told, &mut alone);
        alone.iter_mut().for_each(Alone::gather_earlier);
        let timeline = timeline::all(edition, told);
        for moment in timeline.iter().flat_map(|day| &day.moments) {
            shown.add(&moment.excerpt);
        }
        let background = claims::background(edition, told, &mut shown);
        let (all, several) =
            agreed.into_iter().partition(|claim| claim.origins >= compared.origins);
        Self {
            id: story.id.to_string(),
            headline: central.article.headline.map(|span| Excerpt { read: central, span }),
            headline_outlet: outlets::label(&central.article),
            when: when(told),
            place: place(comparison),
            topic: comparison.topic.map(MediaTopic::name),
            numbers: numbers(edition, told),
            glance: glance(edition, told),
            lead,
            origins: story.origins.len(),
            compared,
            all,
            several,
            partings,
            table: table::of(edition, told),
            alone,
            background,
            speakers: speakers::all(edition, told),
            timeline,
            earlier: earlier(edition, told),
            corrected: corrected::all(edition, told),
            left: left(edition, told),
            thread: thread(edition, told),
            articles: articles(edition, told),
        }
    }
}

impl Reading<'_> {
    /// What to call what every origin carries.
    pub(crate) fn all_label(&self) -> String {
        let all = if self.compared.origins == 2 { "both" } else { "all" };
        match &self.compared.language {
            Some(language) => format!("What {all} in {language} tell"),
            None => format!("What {all} tell"),
        }
    }

    /// What to call what one origin carries; where there is no other, it is the account.
    pub(crate) fn alone_label(&self) -> &'static str {
        if self.origins == 1 { "The account" } else { "What one alone tells" }
    }
}

/// Where it happened; a place in capitals is a dateline's, and the name of the place is preferred.
fn place(comparison: &Comparison) -> Option<&str> {
    let place = comparison.place.as_deref()?;
    if place.contains(char::is_lowercase) {
        return Some(place);
    }
    let mut names = comparison.entities.iter().map(|entity| entity.name.as_str());
    Some(names.find(|name| name.to_lowercase() == place.to_lowercase()).unwrap_or(place))
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

/// `4 articles, 3 outlets, 2 independent origins`.
pub(crate) fn numbers(edition: &Edition, told: &ToldStory) -> String {
    let story = &told.story;
    [
        labels::count(story.articles.len(), "article", "articles"),
        labels::count(outlets::of(edition, story).len(), "outlet", "outlets"),
        labels::count(story.origins.len(), "independent origin", "independent origins"),
    ]
    .join(", ")
}

fn earlier<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Before<'a>> {
    let earlier = told.comparison.earlier.iter();
    earlier
        .map(|earlier| Before {
            excerpt: Excerpt::new(edition, earlier.article, earlier.span).whole(),
            story: earlier.story.and_then(|at| edition.story_headline(at)),
        })
        .collect()
}

fn left<'a>(edition: &'a Edition, told: &ToldStory) -> Vec<Left<'a>> {
    let left = told.comparison.not_compared.iter();
    left.map(|one| {
        let article = &edition.articles[one.article].article;
        Left {
            outlet: outlets::label(article),
            headline: article.headline_words(),
            why: labels::why_not_compared(one, article),
        }
    })
    .collect()
}

/// The earlier stories, then the later ones.
fn thread<'a>(edition: &'a Edition, told: &ToldStory) -> Vec<Linked<'a>> {
    let is_own = |at: usize| edition.story_id(at) == Some(told.story.id);
    let anchor = |told: &ToldStory| match told.story.articles.as_slice() {
        [only] => format!("article-{}", edition.articles[*only].article.id),
        _ => format!("story-{}", told.story.id),
    };
    let linked = |other: usize, how: &str, link: &Link| {
        Some(Linked {
            when: format!("{} {how}", labels::count(usize::from(link.days), "day", "days")),
            anchor: edition.stories.get(other).map(anchor),
            headline: edition.story_headline(other)?,
            why: [link.names.join(", "), link.words.join(", ")].join("; "),
        })
    };
    let links = edition.links.iter();
    let earlier = links.clone().filter(|link| is_own(link.later));
    let later = links.filter(|link| is_own(link.earlier));
    earlier
        .filter_map(|link| linked(link.earlier, "earlier", link))
        .chain(later.filter_map(|link| linked(link.later, "later", link)))
        .collect()
}

/// The stories with accounts to compare, and those of one article.
///
/// A story that is the only one is told in full, whatever it is made of.
pub(crate) fn by_accounts(edition: &Edition) -> (Vec<&ToldStory>, Vec<&ToldStory>) {
    let only = edition.stories.len() == 1;
    edition.stories.iter().partition(|told| only || told.story.articles.len() > 1)
}

/// The articles of `stories`, oldest first.
pub(crate) fn lone<'a>(edition: &'a Edition, stories: &[&ToldStory]) -> Vec<Listed<'a>> {
    let mut indices: Vec<usize> =
        stories.iter().flat_map(|told| told.story.articles.iter().copied()).collect();
    indices.sort_unstable();
    indices.into_iter().map(|index| Listed::new(edition, index)).collect()
}

/// `3 Mar 2026; 4 articles, 3 outlets, 2 independent origins`
pub(crate) fn glance(edition: &Edition, told: &ToldStory) -> String {
    let when = &told.comparison.when;
    let when = when.start.as_deref().or(when.end.as_deref());
    let when = when.map(|when| format!("{}; ", days::short(when))).unwrap_or_default();
    when + &numbers(edition, told)
}

/// The headline that stands for a story.
pub(crate) fn headline<'a>(edition: &'a Edition, told: &ToldStory) -> &'a str {
    edition.articles[told.comparison.headline].article.headline_words()
}

fn articles<'a>(edition: &'a Edition, told: &ToldStory) -> Vec<Listed<'a>> {
    let indices = told.story.articles.iter();
    indices.map(|&index| Listed::new(edition, index)).collect()
}

impl<'a> Listed<'a> {
    pub(crate) fn new(edition: &'a Edition, index: usize) -> Self {
        let read = &edition.articles[index];
        let outlet = outlets::label(&read.article);
        let original =
            read.copy_of.map(|original| outlets::label(&edition.articles[original].article));
        let agency = read.credit.as_ref().map(|credit| credit.agency.as_str());
        let copy_of = original.map(|original| {
            let (called, share) = labels::copy(read.fold.as_ref());
            (called, original, share)
        });
        Self {
            read,
            outlet,
            credit: agency.filter(|&agency| agency != outlet && original != Some(agency)),
            published: read.article.published.as_ref().map(ToString::to_string),
            language: languages::foreign(&read.article.language),
            why: read.why.as_ref().filter(|_| copy_of.is_none()).and_then(labels::in_common),
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
        self.read.notes.iter().map(|note| labels::remark(note, article)).collect()
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
