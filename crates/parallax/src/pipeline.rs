//! From captures to an edition: the rooms, in order.
//!
//! ```text
//! extract → analyse → group → compare
//! ```
//!
//! Pure between captures and edition: no clock, no environment, no file. Every
//! step maps over its input in parallel and collects in input order, so the
//! number of threads changes nothing in the result.

use crate::known::ReadCaptures;
use crate::meaning::Encoding;
use crate::revising::{self, Older};
use parallax_analyse::annotate;
use parallax_compare::{Hung, Meanings, compare_by_meaning, explain};
use parallax_extract::OutletRules;
use parallax_group::Chains;
use parallax_model::{
    Annotations, Article, ArticleId, Capture, Credit, Edition, Explanation, Grouping, Note,
    ReadArticle, Story, StoryId, ToldStory, Unread,
};
use rayon::prelude::*;
use std::{
    any::Any,
    cmp::Reverse,
    collections::{BTreeMap, btree_map::Entry},
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Makes an edition of `captures`; `unread` is what acquire already refused.
///
/// The order of the captures does not matter.
pub fn run(captures: &[Capture], unread: Vec<Unread>) -> Edition {
    run_by(captures, unread, &OutletRules::default(), Encoding::default())
}

/// As [`run`], with what a user knows of single outlets and whether meaning is compared.
pub fn run_by(
    captures: &[Capture],
    unread: Vec<Unread>,
    rules: &OutletRules,
    encoding: Encoding,
) -> Edition {
    ReadCaptures::of(captures, unread, rules).edition(encoding)
}

/// Groups and compares articles that were read, one a capture; `unread` is what was not.
pub(crate) fn edition(read: Vec<ReadArticle>, unread: Vec<Unread>, encoding: Encoding) -> Edition {
    let (read, older) = newest_revisions(read);
    let (articles, annotations, rests) = apart(read);
    let signatures = articles.par_iter().map(|article| encoding.signature(article)).collect();
    let grouping = parallax_group::stories_by(&articles, signatures);
    let chains = Chains::of(&articles, &annotations, &grouping);
    let apart = (articles, annotations, rests);
    let told = told(apart, &older, &grouping, Some(&chains), encoding);
    Edition { unread, ..told }
}

/// A story whose members are known.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name.
    pub id: StoryId,
    /// Names of stories merged into it.
    pub aliases: Vec<StoryId>,
    /// What was read in captures of its articles, all revisions of each.
    pub read: Vec<ReadArticle>,
}

/// Tells stories whose members are known.
///
/// Each depends on its own articles alone: nothing links it to other stories, and nothing says
/// why an article is in it.
pub fn given(stories: Vec<Given>, encoding: Encoding) -> Edition {
    let mut all = Vec::new();
    let mut of: BTreeMap<ArticleId, usize> = BTreeMap::new();
    let mut names = Vec::with_capacity(stories.len());
    for (number, Given { id, aliases, read }) in stories.into_iter().enumerate() {
        of.extend(read.iter().map(|read| (read.article.id, number)));
        names.push((id, aliases, Vec::new()));
        all.extend(read);
    }
    let (newest, older) = newest_revisions(all);
    let apart = apart(newest);
    for (at, article) in apart.0.iter().enumerate() {
        let story = of.get(&article.id).and_then(|&number| names.get_mut(number));
        if let Some((_, _, members)) = story {
            members.push(at);
        }
    }
    names.retain(|(_, _, members)| !members.is_empty());
    let grouping = parallax_group::given(&apart.0, names);
    told(apart, &older, &grouping, None, encoding)
}

/// Compares the accounts of each story of a grouping.
fn told(
    (articles, annotations, rests): Apart,
    older: &Older,
    grouping: &Grouping,
    chains: Option<&Chains>,
    encoding: Encoding,
) -> Edition {
    let meanings = meanings(&articles, &annotations, grouping, encoding);
    let mut stories = compare(&articles, &annotations, grouping, chains, &meanings);
    for ToldStory { story, comparison } in &mut stories {
        let earlier = revising::of_story(story, &articles, older);
        comparison.corrections =
            parallax_compare::corrections(comparison, &articles, &annotations, &earlier);
    }
    Edition {
        elsewhere: Vec::new(),
        links: chains.map(Chains::links).unwrap_or_default(),
        articles: together(articles, annotations, rests, grouping),
        stories,
        unread: Vec::new(),
    }
}

/// Reads one capture: extract, then analyse. Nothing from other captures.
///
/// A page without an article is refused by name. So is a page on which one of
/// our rooms breaks a promise: the rest goes on.
pub fn read(capture: &Capture) -> Result<ReadArticle, Unread> {
    read_by(capture, &OutletRules::default())
}

/// As [`read`], with what a user knows of single outlets.
pub fn read_by(capture: &Capture, rules: &OutletRules) -> Result<ReadArticle, Unread> {
    let refuse = |reason: String| Unread { path: named(capture), reason };
    match catch_unwind(AssertUnwindSafe(|| read_one(capture, rules))) {
        Ok(Some(article)) => Ok(article),
        Ok(None) => Err(refuse("no article on this page".to_owned())),
        Err(panic) => Err(refuse(format!("a defect of ours: {}", promise(panic.as_ref())))),
    }
}

fn read_one(capture: &Capture, rules: &OutletRules) -> Option<ReadArticle> {
    let mut notes = Vec::new();
    let article = parallax_extract::article_by(capture, rules).into_value(&mut notes)?;
    let annotations = annotate(&article).into_value(&mut notes);
    let credit = parallax_group::credit(&article);
    Some(ReadArticle { article, annotations, copy_of: None, fold: None, why: None, credit, notes })
}

/// The words of a broken promise.
fn promise(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a broken promise")
}

/// How a capture is named in messages: its path, and the record in it.
pub(crate) fn named(capture: &Capture) -> String {
    let parts = capture.parts();
    match &parts.record {
        Some(record) => format!("{} ({record})", parts.path),
        None => parts.path.clone(),
    }
}

/// One article an address: its newest capture, by published, then id; and the captures before
/// it of those that have several, the oldest first.
fn newest_revisions(read: Vec<ReadArticle>) -> (Vec<ReadArticle>, Older) {
    let mut newest: BTreeMap<ArticleId, ReadArticle> = BTreeMap::new();
    let mut older = Older::new();
    for one in read {
        match newest.entry(one.article.id) {
            Entry::Vacant(free) => drop(free.insert(one)),
            Entry::Occupied(mut held) => {
                let is_newer = revision(held.get()) < revision(&one);
                let before = if is_newer { held.insert(one) } else { one };
                older.entry(before.article.id).or_default().push(before);
            }
        }
    }
    for before in older.values_mut() {
        before.sort_by_cached_key(revision);
    }
    let mut articles: Vec<_> = newest.into_values().collect();
    articles.sort_by_cached_key(|read| place_in_time(&read.article));
    (articles, older)
}

/// What articles are ordered by: published, those without a date last, then id.
pub(crate) fn place_in_time(article: &Article) -> impl Ord + use<> {
    let moment = article.published_at();
    (moment.is_none(), moment, article.id)
}

/// What makes a capture of a page newer than another: when it was taken, then
/// when the outlet says it changed; paths and digests only break ties.
pub(crate) fn revision(read: &ReadArticle) -> impl Ord + use<> {
    let article = &read.article;
    let changed = article.modified.as_ref().map(|stamp| stamp.moments(article.outlet.offset).0);
    let capture = &article.capture;
    (capture.captured_at, changed, Reverse((capture.path.clone(), capture.sha256)))
}

/// What else is known of an article: its agency and what was odd about it.
type Rest = (Option<Credit>, Vec<Note>);

/// What is read of articles, as the rooms take it.
type Apart = (Vec<Article>, Vec<Annotations>, Vec<Rest>);

fn apart(read: Vec<ReadArticle>) -> Apart {
    let mut apart = (Vec::new(), Vec::new(), Vec::new());
    for one in read {
        apart.0.push(one.article);
        apart.1.push(one.annotations);
        apart.2.push((one.credit, one.notes));
    }
    apart
}

fn compare(
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    chains: Option<&Chains>,
    meanings: &Meanings,
) -> Vec<ToldStory> {
    let told = |(at, story): (usize, &Story)| {
        let mut comparison = compare_by_meaning(story, articles, annotations, grouping, meanings);
        for earlier in &mut comparison.earlier {
            let (article, annotations) =
                (&articles[earlier.article], &annotations[earlier.article]);
            earlier.story =
                chains.and_then(|chains| chains.told(at, article, annotations, earlier.span));
        }
        ToldStory { story: story.clone(), comparison }
    };
    grouping.stories.par_iter().enumerate().map(told).collect()
}

/// Why each comparison of an edition says what it says: made anew from the edition, which was made with `encoding`.
pub fn explanations(edition: &Edition, encoding: Encoding) -> Vec<Explanation> {
    let read = || edition.articles.iter();
    let articles: Vec<Article> = read().map(|read| read.article.clone()).collect();
    let annotations: Vec<Annotations> = read().map(|read| read.annotations.clone()).collect();
    let grouping = Grouping {
        stories: edition.stories.iter().map(|told| told.story.clone()).collect(),
        copy_of: read().map(|read| read.copy_of).collect(),
        why: Vec::new(),
    };
    let meanings = meanings(&articles, &annotations, &grouping, encoding);
    let explained = edition.stories.par_iter().map(|ToldStory { story, comparison }| {
        explain(story, &articles, &annotations, &grouping, &meanings, comparison)
    });
    explained.collect()
}

/// What the sentences mean of all articles that there is another account of.
pub fn meanings(
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    encoding: Encoding,
) -> Meanings {
    let told = grouping.stories.iter().filter(|story| story.origins.len() > 1);
    let copied = |index: usize| grouping.copy_of.get(index).copied().flatten().is_some();
    let compared: Vec<usize> =
        told.flat_map(|story| &story.articles).copied().filter(|&at| !copied(at)).collect();
    encoding.sentences(articles, annotations, &compared).with_trees(tree)
}

/// How the words of an English sentence hang together.
fn tree(sentence: &str) -> Vec<Hung> {
    let read = parallax_analyse::syntax::sentence(sentence).into_iter();
    let hung = |token: parallax_analyse::syntax::Token| Hung {
        start: token.start,
        end: token.end,
        class: token.tag.class().name(),
        relation: token.relation.name(),
        head: token.head,
    };
    read.map(hung).collect()
}

fn together(
    articles: Vec<Article>,
    annotations: Vec<Annotations>,
    rests: Vec<Rest>,
    grouping: &Grouping,
) -> Vec<ReadArticle> {
    let folds = parallax_group::folds(&articles, &grouping.copy_of);
    articles
        .into_iter()
        .zip(annotations)
        .zip(rests)
        .zip(grouping.copy_of.iter().zip(folds).zip(&grouping.why))
        .map(|(((article, annotations), (credit, notes)), ((copy_of, fold), why))| ReadArticle {
            article,
            annotations,
            copy_of: *copy_of,
            fold,
            why: Some(why).filter(|why| !why.is_empty()).cloned(),
            credit,
            notes,
        })
        .collect()
}
