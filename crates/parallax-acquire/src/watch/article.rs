//! One article: asked for once, handed over where it is new or another than before.

use super::{
    asking::{Unasked, lock},
    canonical::canonical,
    ledger::{note, noted},
    outbox::{Message, Tally},
    round::Round,
    visit::{State, Visit},
};
use crate::{
    net::{Answer, Ask, Target},
    politeness::later,
};
use jiff::Timestamp;
use parallax_model::{Capture, CaptureParts, Digest, MediaType};
use std::{sync::Mutex, time::Duration};

const ACCEPT: &str = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1";

/// When something is asked again that may be had once its server is well.
const SOON: Duration = Duration::from_hours(1);

/// Bytes of the fields of an answer that are kept.
const FIELDS: usize = 16 << 10;

/// Fields that say who we are to the outlet, and nothing of what it sent.
const SECRET: [&str; 3] = ["set-cookie", "set-cookie2", "www-authenticate"];

/// What came of asking for an article.
enum Outcome {
    /// It was had, and is new or changed.
    Caught(Box<Capture>),
    /// It is as it was, or is not asked for now.
    Nothing,
    /// It could not be had.
    Fault(String),
}

impl Round {
    /// Asks for the article at `url` that `source` lists, unless it was asked for before and is
    /// not due. What goes wrong with it stands in the health of its source, and is given back.
    pub(super) async fn article(
        &self,
        url: &str,
        source: &str,
        force: bool,
    ) -> Result<Option<String>, Unasked> {
        let Some(address) = canonical(url) else {
            let why = "not an address of a page";
            self.fault(source, url, why);
            return Ok(Some(why.to_owned()));
        };
        let key = address.key;
        if !self.claim(&key) {
            return Ok(None);
        }
        let visit: Option<Visit> = noted(&*self.asking.ledger, &key).map_err(Unasked::Ledger)?;
        let is_due =
            |visit: &Visit| force || visit.next.is_some_and(|next| next <= self.asking.now());
        if visit.as_ref().is_some_and(|visit| !is_due(visit)) {
            self.unclaim([&key]);
            return Ok(None);
        }
        let visit = visit.unwrap_or_else(|| Visit::new(&address.url, source));
        let claims = Mutex::new(vec![key.clone()]);
        let answer = {
            let ask = Ask {
                accept: ACCEPT,
                known: visit.first.map(|_| visit.known.clone()),
                ..Ask::at_most(self.asking.settings.largest_page)
            };
            let looks = |target: &Target| self.look(&key, target, &claims);
            self.asking.get(&visit.url, &ask, &looks).await
        };
        let claims = claims.into_inner().unwrap_or_default();
        match answer {
            Err(error @ (Unasked::Stopped | Unasked::Ledger(_))) => {
                self.unclaim(&claims);
                Err(error)
            }
            answer => self.tell(&key, visit, source, answer, claims).await,
        }
    }

    /// Hands on what came of asking for the article of `key`.
    async fn tell(
        &self,
        key: &str,
        mut visit: Visit,
        source: &str,
        answer: Result<Answer, Unasked>,
        claims: Vec<String>,
    ) -> Result<Option<String>, Unasked> {
        let now = self.asking.now();
        let led_to = answer.as_ref().ok().and_then(|answer| canonical(&answer.url));
        let outcome = match answer {
            Err(error) => unasked(&mut visit, error, now),
            Ok(answer) => self.answered(&mut visit, answer, now),
        };
        let mut message = Message { notes: vec![note(key, &visit)], claims, ..Message::default() };
        if let Some(other) = led_to.filter(|other| other.key != key && visit.state == State::Held) {
            let mut same = Visit::new(&other.url, source);
            same.is_same_as(key.to_owned());
            message.notes.push(note(&other.key, &same));
        }
        let mut why = None;
        match outcome {
            Outcome::Caught(capture) => {
                message.caught = Some(*capture);
                self.came(source, now);
            }
            Outcome::Nothing => {}
            Outcome::Fault(fault) => {
                self.fault(source, &visit.url, &fault);
                why = Some(fault);
            }
        }
        message.tally = Tally {
            asked: 1,
            caught: u64::from(message.caught.is_some()),
            faults: u64::from(why.is_some()),
            ..Tally::default()
        };
        self.send(message).await?;
        Ok(why)
    }

    /// Whether what a redirect leads to is known already, as another article than the one of `key`.
    fn look(&self, key: &str, target: &Target, claims: &Mutex<Vec<String>>) -> Result<(), Unasked> {
        let Some(other) = canonical(target.url()).map(|found| found.key) else { return Ok(()) };
        if lock(claims).contains(&other) {
            return Ok(());
        }
        if !self.claim(&other) {
            return Err(Unasked::SameAs(other));
        }
        lock(claims).push(other.clone());
        let known: Option<Visit> = noted(&*self.asking.ledger, &other).map_err(Unasked::Ledger)?;
        match known.map(|known| known.state) {
            Some(State::Held) => Err(Unasked::SameAs(other)),
            Some(State::SameAs(first)) if first != key => Err(Unasked::SameAs(first)),
            _ => Ok(()),
        }
    }

    fn answered(&self, visit: &mut Visit, answer: Answer, now: Timestamp) -> Outcome {
        let says = format!("the server says {}", answer.status);
        match answer.status {
            304 => {
                visit.unchanged(now);
                Outcome::Nothing
            }
            200..=299 => match media_type(&answer) {
                Ok(media_type) => {
                    let known = answer.known();
                    if visit.had(Digest::of(&answer.body), known, now) {
                        Outcome::Caught(Box::new(capture(answer, media_type, now)))
                    } else {
                        Outcome::Nothing
                    }
                }
                Err(why) => {
                    visit.failed(why.clone(), true, now);
                    Outcome::Fault(why)
                }
            },
            429 | 503 => {
                visit.put_off(self.asking.next(&visit.url));
                Outcome::Fault(says)
            }
            404 | 410 | 451 => {
                // Some outlets list an article a moment before they have it.
                visit.failed(says.clone(), visit.failures > 0 || visit.first.is_some(), now);
                Outcome::Fault(says)
            }
            _ => {
                visit.failed(says.clone(), false, now);
                Outcome::Fault(says)
            }
        }
    }
}

fn unasked(visit: &mut Visit, error: Unasked, now: Timestamp) -> Outcome {
    match error {
        Unasked::PutOff(until) => {
            visit.put_off(until);
            Outcome::Nothing
        }
        Unasked::SameAs(other) => {
            visit.is_same_as(other);
            Outcome::Nothing
        }
        Unasked::Forbidden { why, lasting } => {
            visit.failed(why.clone(), true, now);
            if !lasting {
                visit.put_off(later(now, SOON));
            }
            Outcome::Fault(why)
        }
        Unasked::Odd(why) => {
            visit.failed(why.clone(), false, now);
            Outcome::Fault(why)
        }
        Unasked::Failed(failure) => {
            visit.failed(failure.to_string(), failure.is_lasting(), now);
            Outcome::Fault(failure.to_string())
        }
        Unasked::Stopped | Unasked::Ledger(_) => Outcome::Nothing,
    }
}

/// What a page is, or why it is none.
fn media_type(answer: &Answer) -> Result<MediaType, String> {
    let declared = answer.field("content-type").unwrap_or_default().to_ascii_lowercase();
    let declared = declared.split(';').next().unwrap_or_default().trim();
    if answer.body.trim_ascii().is_empty() {
        return Err("empty".to_owned());
    }
    match declared {
        "text/html" | "application/xhtml+xml" | "" => Ok(MediaType::Html),
        "text/plain" => Ok(MediaType::Text),
        other => Err(format!("not a page: {}", other.chars().take(60).collect::<String>())),
    }
}

fn capture(answer: Answer, media_type: MediaType, now: Timestamp) -> Capture {
    let charset = answer.field("content-type").and_then(charset);
    let end = u64::try_from(answer.body.len()).unwrap_or(u64::MAX);
    let capture = Capture::new(CaptureParts {
        path: answer.url.clone(),
        record: None,
        url: Some(answer.url),
        media_type,
        charset,
        captured_at: Some(now),
        stored: 0..end,
        payload: answer.body,
    });
    let mut room = FIELDS;
    let fields = answer.fields.into_iter().filter(|(name, value)| {
        let size = name.len() + value.len();
        let fits = size <= room && !SECRET.contains(&name.as_str());
        room -= if fits { size } else { 0 };
        fits
    });
    capture.answered(fields.collect())
}

/// The encoding that a `Content-Type` names.
fn charset(content_type: &str) -> Option<String> {
    let named = content_type.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    })?;
    (!named.is_empty() && named.len() <= 40 && named.bytes().all(|byte| byte.is_ascii_graphic()))
        .then(|| named.to_owned())
}
