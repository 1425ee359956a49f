//! What is different between two editions of a story: as it stood, and as it stands.
//!
//! A claim has no name that outlives its statements, so it is followed by them: what carried it then, word for word,
//! is what it was.

use parallax_model::{
    Article, ArticleId, Changes, Claim, ClaimChange, Difference, DifferenceChange, Edition, How,
    ReadArticle, Revision, Span, StoryChange, ToldStory,
};
use std::collections::{BTreeMap, BTreeSet};

/// What changed from `before` to `after`, story by story; of a new story its articles alone.
pub fn changes(before: &Edition, after: &Edition) -> Changes {
    let known = Known::of(before);
    let stories = after.stories.iter().enumerate();
    let changed = stories.map(|(at, told)| story(&known, after, at, told));
    Changes { stories: changed.filter(says_something).collect() }
}

fn says_something(change: &StoryChange) -> bool {
    let StoryChange { story: _, was, articles, revisions, claims, differences } = change;
    let lists =
        [articles.is_empty(), revisions.is_empty(), claims.is_empty(), differences.is_empty()];
    was.len() != 1 || lists.contains(&false)
}

/// Words of an article without their dress, by which a statement or a value is the same in two editions.
type Words = (ArticleId, String);

/// The older edition, by what its parts are found by.
struct Known<'a> {
    edition: &'a Edition,
    articles: BTreeMap<ArticleId, usize>,
    stories: BTreeMap<ArticleId, usize>,
    claims: BTreeMap<Words, Vec<(usize, usize)>>,
    differences: BTreeMap<Words, Vec<(usize, usize)>>,
}

impl<'a> Known<'a> {
    fn of(edition: &'a Edition) -> Self {
        let article = |at: &usize| Some(edition.articles.get(*at)?.article.id);
        let mut known = Self {
            edition,
            articles: (0..edition.articles.len())
                .filter_map(|at| Some((article(&at)?, at)))
                .collect(),
            stories: BTreeMap::new(),
            claims: BTreeMap::new(),
            differences: BTreeMap::new(),
        };
        for (story, told) in edition.stories.iter().enumerate() {
            known
                .stories
                .extend(told.story.articles.iter().filter_map(|at| Some((article(at)?, story))));
            for (at, claim) in told.comparison.claims.iter().enumerate() {
                for words in statements(edition, claim) {
                    known.claims.entry(words).or_default().push((story, at));
                }
            }
            for (at, difference) in told.comparison.differences.iter().enumerate() {
                for words in values(edition, difference) {
                    known.differences.entry(words).or_default().push((story, at));
                }
            }
        }
        known
    }

    fn claim(&self, (story, claim): (usize, usize)) -> Option<&'a Claim> {
        self.edition.stories.get(story)?.comparison.claims.get(claim)
    }

    fn difference(&self, (story, at): (usize, usize)) -> Option<&'a Difference> {
        self.edition.stories.get(story)?.comparison.differences.get(at)
    }
}

/// The place that most of `words` lead to; of several the first.
fn most(
    places: &BTreeMap<Words, Vec<(usize, usize)>>,
    words: impl Iterator<Item = Words>,
    fits: impl Fn((usize, usize)) -> bool,
) -> Option<(usize, usize)> {
    let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for place in words.filter_map(|words| places.get(&words)).flatten() {
        if fits(*place) {
            *votes.entry(*place).or_default() += 1;
        }
    }
    let best = votes.into_iter().max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)));
    best.map(|(place, _)| place)
}

fn statements<'a>(edition: &'a Edition, claim: &'a Claim) -> impl Iterator<Item = Words> + use<'a> {
    claim.statements.iter().filter_map(|one| spoken(edition, one.article, one.span))
}

fn values<'a>(
    edition: &'a Edition,
    difference: &'a Difference,
) -> impl Iterator<Item = Words> + use<'a> {
    difference.values.iter().filter_map(|one| spoken(edition, one.article, one.span))
}

fn spoken(edition: &Edition, article: usize, span: Span) -> Option<Words> {
    let article = &edition.articles.get(article)?.article;
    Some((article.id, undressed(article, span)))
}

fn story(known: &Known<'_>, after: &Edition, at: usize, told: &ToldStory) -> StoryChange {
    let mut change = StoryChange { story: at, ..StoryChange::default() };
    let mut was = BTreeSet::new();
    for &index in &told.story.articles {
        let Some(read) = after.articles.get(index) else { continue };
        match known.articles.get(&read.article.id) {
            Some(&older) => change.revisions.extend(revision(known, older, read, index)),
            None => change.articles.push(index),
        }
        was.extend(known.stories.get(&read.article.id));
    }
    change.was = was.into_iter().collect();
    if !change.was.is_empty() {
        let claims = told.comparison.claims.iter().enumerate();
        change.claims = claims.filter_map(|(at, one)| claim(known, after, at, one)).collect();
        let differences = told.comparison.differences.iter().enumerate();
        change.differences =
            differences.filter_map(|(at, one)| difference(known, after, at, one)).collect();
    }
    change
}

fn claim(known: &Known<'_>, after: &Edition, at: usize, claim: &Claim) -> Option<ClaimChange> {
    let was = most(&known.claims, statements(after, claim), |_| true);
    let origins = was.and_then(|was| known.claim(was)).map(|was| was.origins);
    let how = match origins {
        None => How::New,
        Some(before) if before == claim.origins => return None,
        Some(before) if before > claim.origins => How::FewerOrigins,
        Some(1) => How::SecondOrigin,
        Some(_) => How::MoreOrigins,
    };
    Some(ClaimChange { claim: at, was, how })
}

fn difference(
    known: &Known<'_>,
    after: &Edition,
    at: usize,
    difference: &Difference,
) -> Option<DifferenceChange> {
    let one_kind = |was| known.difference(was).is_some_and(|was| was.kind == difference.kind);
    let was = most(&known.differences, values(after, difference), one_kind);
    let how = match was.and_then(|was| known.difference(was)) {
        None => How::New,
        Some(older) => {
            let said = |edition, difference| -> BTreeSet<String> {
                values(edition, difference).map(|(_, words)| words).collect()
            };
            let same = said(known.edition, older) == said(after, difference);
            if same && older.nature == difference.nature {
                return None;
            }
            How::OtherValues
        }
    };
    Some(DifferenceChange { difference: at, was, how })
}

/// What an outlet changed in an article; none where only its dress is another: case, marks, spaces.
fn revision(
    known: &Known<'_>,
    before: usize,
    read: &ReadArticle,
    after: usize,
) -> Option<Revision> {
    let older = known.edition.articles.get(before)?;
    if older.article.text.as_str() == read.article.text.as_str() {
        return None;
    }
    let revision =
        Revision { before, after, taken_out: missing(older, read), put_in: missing(read, older) };
    (!revision.taken_out.is_empty() || !revision.put_in.is_empty()).then_some(revision)
}

/// The lines of `one` whose words are no line of `other`.
fn missing(one: &ReadArticle, other: &ReadArticle) -> Vec<Span> {
    let told: BTreeSet<String> = lines(other).map(|span| undressed(&other.article, span)).collect();
    lines(one).filter(|span| !told.contains(&undressed(&one.article, *span))).collect()
}

/// Headline, standfirst and sentences.
fn lines(read: &ReadArticle) -> impl Iterator<Item = Span> {
    let article = &read.article;
    let above = article.headline.into_iter().chain(article.standfirst);
    above.chain(read.annotations.sentences.iter().copied())
}

fn undressed(article: &Article, span: Span) -> String {
    let letters = article.words(span).chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
