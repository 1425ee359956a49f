//! The claims of a story.

use super::{Pair, names::Names, pair};
use parallax_model::{Absent, Claim, Edition, Statement, ToldStory};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ClaimBody<'a> {
    id: String,
    text: &'a str,
    status: &'static str,
    kind: &'static str,
    attributed_to: &'a [String],
    statements: Vec<StatementBody<'a>>,
    origins: usize,
    first: Option<FirstBody<'a>>,
    absent: Option<Vec<AbsentBody<'a>>>,
}

impl<'a> ClaimBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let claims = told.comparison.claims.iter();
        claims.map(|claim| Self::new(edition, told, claim, names)).collect()
    }

    fn new(edition: &'a Edition, told: &'a ToldStory, claim: &'a Claim, names: &'a Names) -> Self {
        let central = &claim.statements[claim.central];
        let statements = claim.statements.iter();
        Self {
            id: claim.id.to_string(),
            text: words(edition, central),
            status: claim.status.name(),
            kind: claim.kind.name(),
            attributed_to: &claim.attributed_to,
            statements: statements
                .map(|statement| StatementBody::new(edition, statement, names))
                .collect(),
            origins: claim.origins,
            first: claim.first.as_ref().map(|first| FirstBody {
                article: names.article(first.article),
                published: first.published.to_string(),
            }),
            absent: claim.absent.as_ref().map(|absent| AbsentBody::list(told, absent)),
        }
    }
}

fn words<'a>(edition: &'a Edition, statement: &Statement) -> &'a str {
    edition.articles[statement.article].article.words(statement.span)
}

#[derive(Serialize)]
struct StatementBody<'a> {
    article: &'a str,
    span: Pair,
    text: &'a str,
    voice: &'static str,
    attributed_to: Option<&'a str>,
    verbatim: Option<&'a str>,
}

impl<'a> StatementBody<'a> {
    fn new(edition: &'a Edition, statement: &'a Statement, names: &'a Names) -> Self {
        Self {
            article: names.article(statement.article),
            span: pair(statement.span),
            text: words(edition, statement),
            voice: statement.voice.name(),
            attributed_to: statement.attributed_to.as_deref(),
            verbatim: statement.verbatim.map(|article| names.article(article)),
        }
    }
}

#[derive(Serialize)]
struct FirstBody<'a> {
    article: &'a str,
    published: String,
}

#[derive(Serialize)]
struct AbsentBody<'a> {
    origin: &'a str,
    why: &'static str,
}

impl<'a> AbsentBody<'a> {
    fn list(told: &'a ToldStory, absent: &[Absent]) -> Vec<Self> {
        let origins = &told.story.origins;
        let named = absent.iter().filter_map(|one| {
            Some(Self { origin: &origins.get(one.origin)?.name, why: one.why.name() })
        });
        named.collect()
    }
}
