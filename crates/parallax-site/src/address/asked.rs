//! What a query asks of a page.

use parallax_model::ClaimId;

/// A moment as a reader gave it; none for now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AsOf(pub Option<String>);

/// A part of a long page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As of when.
    pub as_of: AsOf,
    /// From 1.
    pub page: usize,
    /// In its stead, the digits of a claim that is to be on the page.
    pub claim: Option<String>,
}

/// Which stories the front page is to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// Eight digits of IPTC.
    pub topic: Option<String>,
    /// A place that is named in them.
    pub place: Option<String>,
    /// A language, by BCP 47.
    pub language: Option<String>,
    /// A country of an outlet that carries them, by ISO 3166.
    pub country: Option<String>,
    /// A sort of outlet that carries them.
    pub kind: Option<String>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// Of what sort.
    pub only: Only,
    /// From 1.
    pub page: usize,
}

/// What alone is to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// What several tell: of stories, all.
    #[default]
    Usual,
    /// What differs.
    Differing,
    /// What one origin alone tells.
    Unique,
    /// Everything.
    Everything,
}

/// What of a comparison is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// As of when.
    pub as_of: AsOf,
    /// Which statements.
    pub only: Only,
    /// From 1.
    pub page: usize,
    /// In its stead, the digits of a claim that is to be on the page.
    pub claim: Option<String>,
    /// From 1, of the origins that have a column.
    pub columns: usize,
    /// One cell to be set beside another: a claim's digits, a point, the number of an origin.
    pub a: Option<String>,
    /// The other.
    pub b: Option<String>,
    /// The claim of which the reasons are to be shown.
    pub why: Option<String>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The question, in the language of searches.
    pub question: String,
    /// Whether the latest come first.
    pub latest: bool,
    /// From 1.
    pub page: usize,
}

impl Only {
    /// As queries and templates name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::Differing => "differing",
            Self::Unique => "unique",
            Self::Everything => "everything",
        }
    }

    fn read(value: Option<&str>) -> Self {
        let all = [Self::Differing, Self::Unique, Self::Everything];
        let named = |only: &Self| Some(only.name()) == value;
        all.into_iter().find(named).unwrap_or_default()
    }
}

impl AsOf {
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        self.0.iter().map(|moment| ("as-of", moment.clone())).collect()
    }
}

impl Default for Part {
    fn default() -> Self {
        Self::read(|_| None)
    }
}

impl From<AsOf> for Part {
    fn from(as_of: AsOf) -> Self {
        Self { as_of, ..Self::default() }
    }
}

impl Part {
    pub(super) fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            as_of: AsOf(value("as-of")),
            page: page(value("page").as_deref()),
            claim: value("claim"),
        }
    }

    /// The part that a claim is in.
    pub(crate) fn with(claim: ClaimId) -> Self {
        Self { claim: Some(claim.to_string()), ..Self::default() }
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        given([
            ("as-of", self.as_of.0.clone()),
            ("page", number(self.page)),
            ("claim", self.claim.clone()),
        ])
    }
}

impl Default for Narrowing {
    fn default() -> Self {
        Self::read(|_| None)
    }
}

impl Narrowing {
    pub(super) fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            topic: value("topic"),
            place: value("place"),
            language: value("language"),
            country: value("country"),
            kind: value("kind"),
            from: value("from"),
            to: value("to"),
            only: Only::read(value("only").as_deref()),
            page: 1,
        }
    }

    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        Self { page: 1, ..self.clone() } != Self::default()
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let only = Some(self.only.name().to_owned()).filter(|name| !name.is_empty());
        let pairs = [
            ("topic", self.topic.clone()),
            ("place", self.place.clone()),
            ("language", self.language.clone()),
            ("country", self.country.clone()),
            ("kind", self.kind.clone()),
            ("from", self.from.clone()),
            ("to", self.to.clone()),
            ("only", only),
        ];
        given(pairs)
    }
}

impl Default for Reach {
    fn default() -> Self {
        Self::read(|_| None)
    }
}

impl Reach {
    pub(super) fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            as_of: AsOf(value("as-of")),
            only: Only::read(value("only").as_deref()),
            page: page(value("page").as_deref()),
            claim: value("claim"),
            columns: page(value("columns").as_deref()),
            a: value("a"),
            b: value("b"),
            why: value("why"),
        }
    }

    /// The part that a claim is in.
    pub(crate) fn with(claim: ClaimId) -> Self {
        Self { claim: Some(claim.to_string()), ..Self::default() }
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let only = Some(self.only.name().to_owned()).filter(|name| !name.is_empty());
        given([
            ("as-of", self.as_of.0.clone()),
            ("only", only),
            ("page", number(self.page)),
            ("claim", self.claim.clone()),
            ("columns", number(self.columns)),
            ("a", self.a.clone()),
            ("b", self.b.clone()),
            ("why", self.why.clone()),
        ])
    }
}

impl Default for Way {
    fn default() -> Self {
        Self::read(|_| None)
    }
}

impl Way {
    /// The best that answers a question.
    pub fn of(question: &str) -> Self {
        Self { question: question.to_owned(), ..Self::default() }
    }

    pub(super) fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            question: value("q").unwrap_or_default(),
            latest: value("order").as_deref() == Some("latest"),
            page: page(value("page").as_deref()),
        }
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        given([
            ("q", Some(self.question.clone()).filter(|question| !question.is_empty())),
            ("order", self.latest.then(|| "latest".to_owned())),
            ("page", number(self.page)),
        ])
    }
}

fn page(value: Option<&str>) -> usize {
    value.and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}

/// Of a part; the first needs none.
fn number(page: usize) -> Option<String> {
    (page > 1).then(|| page.to_string())
}

fn given<const N: usize>(
    pairs: [(&'static str, Option<String>); N],
) -> Vec<(&'static str, String)> {
    pairs.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}
