//! The story resource.

use super::{
    claim::ClaimBody,
    comparison::{
        DifferenceBody, EarlierBody, LaterBody, NotComparedBody, QuotationGroupBody, TimelineBody,
    },
    names::{self, Names},
    revised::CorrectionBody,
    why::WhyBody,
};
use crate::outlets;
use parallax_model::{Edition, MediaTopic, Origin, ToldStory};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct StoryBody<'a> {
    id: String,
    aliases: Vec<String>,
    headline: &'a str,
    when: WhenBody<'a>,
    #[serde(rename = "where")]
    place: Option<&'a str>,
    topic: Option<&'static str>,
    topic_name: Option<&'static str>,
    languages: Vec<&'a str>,
    outlets: Vec<OutletBody<'a>>,
    origins: Vec<OriginBody<'a>>,
    counts: CountsBody,
    articles: Vec<&'a str>,
    members: Vec<MemberBody<'a>>,
    entities: Vec<StoryEntityBody<'a>>,
    claims: Vec<ClaimBody<'a>>,
    differences: Vec<DifferenceBody<'a>>,
    quotations: Vec<QuotationGroupBody<'a>>,
    timeline: Vec<TimelineBody<'a>>,
    earlier: Vec<EarlierBody<'a>>,
    later: Vec<LaterBody<'a>>,
    not_compared: Vec<NotComparedBody<'a>>,
    corrections: Vec<CorrectionBody<'a>>,
}

impl<'a> StoryBody<'a> {
    pub(super) fn new(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Self {
        let ToldStory { story, comparison } = told;
        Self {
            id: story.id.to_string(),
            aliases: story.aliases.iter().map(ToString::to_string).collect(),
            headline: edition.articles[comparison.headline].article.headline_words(),
            when: WhenBody {
                start: comparison.when.start.as_deref(),
                end: comparison.when.end.as_deref(),
            },
            place: comparison.place.as_deref(),
            topic: comparison.topic.map(MediaTopic::code),
            topic_name: comparison.topic.map(MediaTopic::name),
            languages: languages(edition, told),
            outlets: OutletBody::list(edition, told, names),
            origins: story.origins.iter().map(|origin| OriginBody::new(origin, names)).collect(),
            counts: CountsBody::new(edition, told),
            articles: names.articles(&story.articles),
            members: MemberBody::list(edition, told, names),
            entities: StoryEntityBody::list(told, names),
            claims: ClaimBody::list(edition, told, names),
            differences: DifferenceBody::list(edition, told, names),
            quotations: QuotationGroupBody::list(edition, told, names),
            timeline: TimelineBody::list(edition, told, names),
            earlier: EarlierBody::list(edition, told, names),
            later: LaterBody::list(edition, told),
            not_compared: NotComparedBody::list(told, names),
            corrections: CorrectionBody::list(told, names),
        }
    }
}

/// Each language once, in the order of its first article.
fn languages<'a>(edition: &'a Edition, told: &ToldStory) -> Vec<&'a str> {
    let mut languages: Vec<&str> = Vec::new();
    for &index in &told.story.articles {
        let language = edition.articles[index].article.language.as_str();
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

#[derive(Serialize)]
struct WhenBody<'a> {
    start: Option<&'a str>,
    end: Option<&'a str>,
}

#[derive(Serialize)]
struct OutletBody<'a> {
    name: Option<&'a str>,
    articles: Vec<&'a str>,
    first_published: Option<String>,
}

impl<'a> OutletBody<'a> {
    fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let carriers = outlets::of(edition, &told.story).into_iter();
        carriers
            .map(|carrier| Self {
                name: carrier.name,
                articles: names.articles(&carrier.articles),
                first_published: first_published(edition, &carrier.articles),
            })
            .collect()
    }
}

/// The oldest time any of `articles` (oldest first) gives for itself.
fn first_published(edition: &Edition, articles: &[usize]) -> Option<String> {
    let stamps = articles.iter().map(|&index| edition.articles[index].article.published.as_ref());
    stamps.flatten().next().map(ToString::to_string)
}

#[derive(Serialize)]
struct OriginBody<'a> {
    name: &'a str,
    agency: bool,
    named_by: &'static str,
    outlets: &'a [String],
    articles: Vec<&'a str>,
}

impl<'a> OriginBody<'a> {
    fn new(origin: &'a Origin, names: &'a Names) -> Self {
        Self {
            name: &origin.name,
            agency: origin.agency,
            named_by: origin.named_by.name(),
            outlets: &origin.outlets,
            articles: names.articles(&origin.articles),
        }
    }
}

/// Ten papers that print one text are ten articles, ten outlets and one origin.
#[derive(Serialize)]
struct CountsBody {
    articles: usize,
    outlets: usize,
    origins: usize,
}

impl CountsBody {
    fn new(edition: &Edition, told: &ToldStory) -> Self {
        Self {
            articles: told.story.articles.len(),
            outlets: outlets::of(edition, &told.story).len(),
            origins: told.story.origins.len(),
        }
    }
}

/// Why an article is in the story.
#[derive(Serialize)]
struct MemberBody<'a> {
    article: &'a str,
    why: Option<WhyBody<'a>>,
}

impl<'a> MemberBody<'a> {
    fn list(edition: &'a Edition, told: &ToldStory, names: &'a Names) -> Vec<Self> {
        let members = told.story.articles.iter();
        members
            .map(|&at| Self {
                article: names.article(at),
                why: edition.articles[at].why.as_ref().and_then(WhyBody::of),
            })
            .collect()
    }
}

#[derive(Serialize)]
struct StoryEntityBody<'a> {
    id: String,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    articles: Vec<&'a str>,
}

impl<'a> StoryEntityBody<'a> {
    fn list(told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let entities = told.comparison.entities.iter().enumerate();
        entities
            .map(|(at, entity)| {
                let mut articles: Vec<usize> = entity.members.iter().map(|&(a, _)| a).collect();
                articles.dedup();
                Self {
                    id: names::story_entity(told, at),
                    name: &entity.name,
                    kind: entity.kind.name(),
                    articles: names.articles(&articles),
                }
            })
            .collect()
    }
}
