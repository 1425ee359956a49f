//! What a person decided: a log that is only added to.

use crate::{
    archive::Archive,
    error::Result,
    reader::{Reader, between},
};
use jiff::Timestamp;
use parallax_model::{ArticleId, Digest, MayShow, Show, StoryId};
use serde::{Deserialize, Serialize};

/// A decision about stories, articles or outlets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Two stories are one, under the name of the first.
    Merge(StoryId, StoryId),
    /// These articles are a story of their own.
    Split(Vec<ArticleId>),
    /// An article belongs to this story.
    Move(ArticleId, StoryId),
    /// An outlet, by name or domain, is left out of all stories.
    Hide(String),
    /// So much of an outlet, by name or domain, may be shown to others.
    Show(String, Show),
    /// A story is worth keeping in sight.
    Star(StoryId),
    /// A remark on a story.
    Note(StoryId, String),
    /// The decision of this number does not hold any more.
    Undo(u64),
}

/// A decision as it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its number, from 1, in the order they were taken.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub who: String,
    /// What was decided.
    pub decision: Decision,
    /// The decision that took it back.
    pub undone: Option<u64>,
}

/// How a decision is written down.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Written {
    Merge(String, String),
    Split(Vec<String>),
    Move(String, String),
    Hide(String),
    Show(String, String),
    Star(String),
    Note(String, String),
    Undo(u64),
}

impl Decision {
    /// As it is written down, in JSON.
    pub(crate) fn written(&self) -> String {
        let story = |id: &StoryId| hex(id.as_bytes());
        let article = |id: &ArticleId| hex(id.as_bytes());
        let written = match self {
            Self::Merge(one, other) => Written::Merge(story(one), story(other)),
            Self::Split(articles) => Written::Split(articles.iter().map(article).collect()),
            Self::Move(one, into) => Written::Move(article(one), story(into)),
            Self::Hide(outlet) => Written::Hide(outlet.clone()),
            Self::Show(outlet, show) => Written::Show(outlet.clone(), show.name().to_owned()),
            Self::Star(one) => Written::Star(story(one)),
            Self::Note(one, words) => Written::Note(story(one), words.clone()),
            Self::Undo(number) => Written::Undo(*number),
        };
        serde_json::to_string(&written).expect("words and numbers have a JSON form")
    }

    /// A decision that was [written](Self::written).
    pub(crate) fn read(written: &str) -> Option<Self> {
        Some(match serde_json::from_str(written).ok()? {
            Written::Merge(one, other) => Self::Merge(id(&one)?, id(&other)?),
            Written::Split(articles) => {
                Self::Split(articles.iter().map(|one| id(one)).collect::<Option<_>>()?)
            }
            Written::Move(one, into) => Self::Move(id(&one)?, id(&into)?),
            Written::Hide(outlet) => Self::Hide(outlet),
            Written::Show(outlet, show) => Self::Show(outlet, Show::named(&show)?),
            Written::Star(one) => Self::Star(id(&one)?),
            Written::Note(one, words) => Self::Note(id(&one)?, words),
            Written::Undo(number) => Self::Undo(number),
        })
    }
}

impl Archive {
    /// Writes down a decision; gives its number.
    ///
    /// Undoing what does not stand, or stands no more, is refused: it gives nothing.
    pub fn decide(&mut self, decision: &Decision, who: &str, at: Timestamp) -> Result<Option<u64>> {
        self.store_mut().decide(decision, who, at)
    }
}

impl Reader<'_> {
    /// All decisions, in the order they were taken.
    pub fn decisions(&self) -> Result<Vec<Taken>> {
        self.view().decisions()
    }

    /// What may be shown of whom, as it was decided; `usual` holds for outlets of which nothing was.
    pub fn may_show(&self, usual: Show) -> Result<MayShow> {
        let mut may = MayShow::new(usual);
        for taken in self.decisions()?.into_iter().filter(|taken| taken.undone.is_none()) {
            if let Decision::Show(outlet, show) = taken.decision {
                may.set(&outlet, show);
            }
        }
        Ok(may)
    }
}

fn hex(bytes: &[u8; 32]) -> String {
    Digest::from(*bytes).to_string()
}

fn id<T: From<Digest>>(digits: &str) -> Option<T> {
    let (whole, _) = between(digits).filter(|_| digits.len() == 64)?;
    Some(whole.into())
}

#[cfg(test)]
mod tests {
    use super::Decision;
    use crate::{Archive, Reader};
    use jiff::Timestamp;
    use parallax_model::{Article, Digest, Show, Story};

    #[test]
    fn what_may_be_shown_is_what_was_decided_last_and_not_taken_back() {
        let home = tempfile::tempdir().unwrap();
        Archive::create(home.path()).unwrap();
        let mut archive = Archive::open(home.path(), "test").unwrap();
        let mut decide =
            |decision| archive.decide(&decision, "Ada", Timestamp::UNIX_EPOCH).unwrap();
        let show = |what| Decision::Show("Herald.example".to_owned(), what);
        decide(show(Show::Full));
        let second = decide(show(Show::Link)).unwrap();
        let may = || Reader::open(home.path()).unwrap().may_show(Show::Excerpt).unwrap();
        assert_eq!(may().said_of("herald.example"), Some(Show::Link));
        decide(Decision::Undo(second));
        assert_eq!(may().said_of("herald.example"), Some(Show::Full));
        assert_eq!(may().said_of("ebb.example"), None);
    }

    #[test]
    fn a_decision_is_read_as_it_was_written() {
        let article = Article::name(Some("https://quay.example/a"), None, Digest::of(b"a"));
        let story = Story::name(article);
        for decision in [
            Decision::Merge(story, story),
            Decision::Split(vec![article, article]),
            Decision::Move(article, story),
            Decision::Hide("The Herald".to_owned()),
            Decision::Show("herald.example".to_owned(), Show::Link),
            Decision::Star(story),
            Decision::Note(story, "ask the harbour".to_owned()),
            Decision::Undo(7),
        ] {
            assert_eq!(Decision::read(&decision.written()), Some(decision));
        }
        assert_eq!(Decision::read("{\"merge\":[\"ab\",\"cd\"]}"), None);
    }
}
