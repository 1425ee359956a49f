//! Answers that were made, kept while the site shows the same.

use crate::compress::Coding;
use axum::body::Bytes;
use parallax_site::{Asking, Keep, Status};
use std::{collections::BTreeMap, mem, sync::Mutex};

/// A question, as far as the answer hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Question {
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) cookies: String,
    pub(crate) languages: String,
    pub(crate) coding: Coding,
}

impl Question {
    pub(crate) fn asking(&self) -> Asking<'_> {
        Asking {
            path: &self.path,
            query: &self.query,
            cookies: &self.cookies,
            languages: &self.languages,
        }
    }

    fn len(&self) -> usize {
        self.path.len() + self.query.len() + self.cookies.len() + self.languages.len()
    }
}

/// An answer, ready to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    pub(crate) status: Status,
    pub(crate) media_type: &'static str,
    pub(crate) language: Option<&'static str>,
    pub(crate) save_as: Option<String>,
    pub(crate) cookie: Option<String>,
    pub(crate) keep: Keep,
    pub(crate) coding: Coding,
    pub(crate) body: Bytes,
    /// Names the body as it is sent.
    pub(crate) tag: String,
}

/// Answers of one state of the site: the newest and those asked for lately, of some bytes in all.
#[derive(Debug)]
pub(crate) struct KeptAnswers {
    most: usize,
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    state: String,
    young: BTreeMap<Question, Ready>,
    old: BTreeMap<Question, Ready>,
    /// Bytes of the young.
    bytes: usize,
}

impl KeptAnswers {
    /// Keeps at most about `most` bytes.
    pub(crate) fn up_to(most: usize) -> Self {
        Self { most, held: Mutex::default() }
    }

    /// The answer to `question` while the site's state is `state`.
    pub(crate) fn find(&self, state: &str, question: &Question) -> Option<Ready> {
        let mut held = self.held();
        if held.state != state {
            return None;
        }
        if let Some(ready) = held.young.get(question) {
            return Some(ready.clone());
        }
        let ready = held.old.remove(question)?;
        held.put(question.clone(), ready.clone(), self.most);
        Some(ready)
    }

    /// Keeps an answer that was made while the site's state was `state`.
    pub(crate) fn keep(&self, state: &str, question: Question, ready: Ready) {
        // One long answer would put out all the others.
        let long = ready.body.len() > self.most / 8;
        if long || ready.cookie.is_some() || ready.keep == Keep::Moment {
            return;
        }
        let mut held = self.held();
        if held.state != state {
            *held = Held { state: state.to_owned(), ..Held::default() };
        }
        held.put(question, ready, self.most);
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        // Whoever panicked with it left it whole: each change is one call of a map.
        self.held.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Held {
    fn put(&mut self, question: Question, ready: Ready, most: usize) {
        self.bytes += question.len() + ready.body.len();
        self.young.insert(question, ready);
        if self.bytes > most / 2 {
            self.old = mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(path: &str) -> Question {
        Question {
            path: path.to_owned(),
            query: String::new(),
            cookies: String::new(),
            languages: String::new(),
            coding: Coding::Plain,
        }
    }

    fn ready(bytes: usize) -> Ready {
        Ready {
            status: Status::Here,
            media_type: "text/html",
            language: None,
            save_as: None,
            cookie: None,
            keep: Keep::Asking,
            coding: Coding::Plain,
            body: Bytes::from(vec![b'x'; bytes]),
            tag: String::new(),
        }
    }

    #[test]
    fn an_answer_is_found_until_the_site_shows_something_else() {
        let kept = KeptAnswers::up_to(1000);
        kept.keep("one", question("/a"), ready(10));
        assert!(kept.find("one", &question("/a")).is_some());
        assert!(kept.find("one", &question("/b")).is_none());
        assert!(kept.find("two", &question("/a")).is_none());
        kept.keep("two", question("/b"), ready(10));
        assert!(kept.find("two", &question("/a")).is_none());
    }

    #[test]
    fn what_is_asked_for_again_outlives_what_is_not() {
        let kept = KeptAnswers::up_to(1000);
        kept.keep("one", question("/often"), ready(100));
        for page in 0..100 {
            kept.keep("one", question(&format!("/{page}")), ready(100));
            assert!(kept.find("one", &question("/often")).is_some());
        }
        assert!(kept.find("one", &question("/0")).is_none());
        let held = kept.held();
        assert!(held.young.len() + held.old.len() <= 12);
    }

    #[test]
    fn what_sets_a_cookie_or_is_long_or_of_a_moment_is_not_kept() {
        let kept = KeptAnswers::up_to(1000);
        kept.keep(
            "one",
            question("/a"),
            Ready { cookie: Some("theme=dark".to_owned()), ..ready(10) },
        );
        kept.keep("one", question("/b"), ready(900));
        kept.keep("one", question("/c"), Ready { keep: Keep::Moment, ..ready(10) });
        for page in ["/a", "/b", "/c"] {
            assert!(kept.find("one", &question(page)).is_none(), "{page}");
        }
    }
}
