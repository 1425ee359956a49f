//! One source is asked: what it lists, and then each article that is new.

use super::{
    Source,
    asking::Unasked,
    files::is_files,
    health::Health,
    hubs::announced,
    ledger::{Shelved, note, noted},
    outbox::{Message, Tally},
    round::Round,
};
use crate::{
    listing::{Found, Kind, Listing},
    net::{Answer, Ask, Known},
    politeness::{later, spread},
};
use parallax_model::Digest;
use serde::{Deserialize, Serialize};
use std::{collections::VecDeque, sync::Arc};
use tokio::task::{JoinError, JoinSet};

/// Further lists that one source may lead to in one turn: the parts of an index of sitemaps.
const LISTS: usize = 60;

const ACCEPT: &str = "application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/xml, text/html;q=0.9, */*;q=0.1";

/// What is remembered of a list that a source leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct List {
    known: Option<Known>,
    payload: Option<Digest>,
}

impl Shelved for List {
    const SHELF: &'static str = "lists";
}

/// What asking for a list came to.
enum Heard {
    Unchanged,
    Listing(Box<Listing>, List),
}

impl Round {
    /// Asks a source, and for all that it lists and that is not known.
    pub(super) async fn turn(self: Arc<Self>, source: Source) -> Result<(), Unasked> {
        if is_files(&source) {
            return self.files(source).await;
        }
        if self.is_seen_to(&source)? {
            return Ok(());
        }
        let mut tally = Tally { sources: 1, ..Tally::default() };
        let went = if source.kind == Kind::Page {
            self.article(&source.url, &source.name, true)
                .await
                .map(|why| self.looked_after(&source, why))
        } else {
            self.list(&source).await
        };
        match went {
            Ok(()) => {}
            Err(Unasked::PutOff(until)) => {
                self.with_health(&source, |health| health.next = Some(until));
            }
            Err(error @ (Unasked::Stopped | Unasked::Ledger(_))) => return Err(error),
            Err(error) => {
                tally.troubled = 1;
                self.trouble(&source, &words(&error));
            }
        }
        if let Some(least) = source.every {
            self.with_health(&source, |health| {
                let next = health.asked.map(|asked| later(asked, spread(least, &source.name, 0)));
                health.next = health.next.max(next);
            });
        }
        let mut notes = self.asking.unkept();
        notes.extend(self.health_note(&source.name));
        self.send(Message { notes, tally, ..Message::default() }).await
    }

    /// Whether another process asked a source since we looked, so that it is not due any more.
    fn is_seen_to(&self, source: &Source) -> Result<bool, Unasked> {
        let ours = self.health_of(source);
        let kept: Option<Health> =
            noted(&*self.asking.ledger, &source.name).map_err(Unasked::Ledger)?;
        let Some(kept) = kept.filter(|kept| kept.asked > ours.asked) else { return Ok(false) };
        let is_due = kept.next.is_none_or(|next| next <= self.asking.now());
        self.with_health(source, |health| *health = kept);
        Ok(!is_due)
    }

    /// Asks for the list of a source and for the lists that it leads to.
    async fn list(self: &Arc<Self>, source: &Source) -> Result<(), Unasked> {
        let hinted = self.take_hint(source);
        let health = self.health_of(source);
        let known = List { known: health.known, payload: health.payload };
        let heard = self.ask_list(source, &source.url, &known).await?;
        let Heard::Listing(listing, list) = heard else {
            self.with_health(source, |health| health.answered(false, self.asking.now()));
            return self.hub(source, hinted, false).await;
        };
        self.with_health(source, |health| {
            health.odd.clone_from(&listing.odd);
            health.hub.clone_from(&listing.hub);
        });
        let before = self.came_so_far(&source.name);
        let mut whole = self.articles(source, listing.found).await?;
        let mut lists: VecDeque<String> = listing.more.into();
        let mut asked = 0;
        while let Some(url) = lists.pop_front() {
            asked += 1;
            if asked > LISTS {
                whole = false;
                break;
            }
            let kept: List =
                noted(&*self.asking.ledger, &url).map_err(Unasked::Ledger)?.unwrap_or_default();
            match self.ask_list(source, &url, &kept).await {
                Ok(Heard::Unchanged) => {}
                Ok(Heard::Listing(listing, list)) => {
                    lists.extend(listing.more);
                    if self.articles(source, listing.found).await? {
                        let notes = vec![note(&url, &list)];
                        self.send(Message { notes, ..Message::default() }).await?;
                    }
                }
                Err(error @ (Unasked::Stopped | Unasked::Ledger(_))) => return Err(error),
                Err(error) => {
                    whole = false;
                    self.fault(&source.name, &url, &words(&error));
                }
            }
        }
        let changed = self.came_so_far(&source.name) > before;
        self.with_health(source, |health| {
            health.answered(changed, self.asking.now());
            if whole {
                (health.known, health.payload) = (list.known, list.payload);
            }
        });
        self.hub(source, hinted, changed).await
    }

    /// Asks for one list, and reads it where it is another than is remembered.
    async fn ask_list(&self, source: &Source, url: &str, kept: &List) -> Result<Heard, Unasked> {
        let ask = Ask {
            accept: ACCEPT,
            known: kept.known.clone(),
            ..Ask::at_most(self.asking.settings.largest_list)
        };
        let answer = self.asking.get(url, &ask, &|_| Ok(())).await?;
        if answer.status == 304 {
            return Ok(Heard::Unchanged);
        }
        if !(200..=299).contains(&answer.status) {
            return Err(Unasked::Odd(format!("the server says {}", answer.status)));
        }
        let payload = Some(Digest::of(&answer.body));
        if payload == kept.payload {
            return Ok(Heard::Unchanged);
        }
        let mut listing = self.read(source.kind, &answer).map_err(Unasked::Odd)?;
        listing.hub = announced(&answer).or(listing.hub);
        Ok(Heard::Listing(Box::new(listing), List { known: Some(answer.known()), payload }))
    }

    fn read(&self, kind: Kind, answer: &Answer) -> Result<Listing, String> {
        (self.lists.read)(kind, &answer.body, &answer.url)
    }

    /// Asks for articles, as many at once as one domain may be asked; whether all were seen to.
    async fn articles(
        self: &Arc<Self>,
        source: &Source,
        found: Vec<Found>,
    ) -> Result<bool, Unasked> {
        let most = self.asking.settings.articles_a_turn;
        let at_once = self.asking.settings.manners.at_once.max(1);
        let mut whole = true;
        let mut running = JoinSet::new();
        let mut new = 0;
        for found in found {
            if !(self.lists.wanted)(source, &found) {
                continue;
            }
            let url = found.url;
            if !self.is_new(&url)? {
                continue;
            }
            new += 1;
            if new > most {
                whole = false;
                break;
            }
            if at_once == 1 {
                self.article(&url, &source.name, false).await?;
                continue;
            }
            if running.len() >= at_once {
                ended(running.join_next().await)?;
            }
            let (round, name) = (Arc::clone(self), source.name.clone());
            running.spawn(async move { round.article(&url, &name, false).await });
        }
        while let Some(one) = running.join_next().await {
            ended(Some(one))?;
        }
        Ok(whole)
    }

    /// A source that is one article is as well as that article.
    fn looked_after(&self, source: &Source, trouble: Option<String>) {
        let now = self.asking.now();
        self.with_health(source, |health| match trouble {
            Some(why) => health.troubled(&why, now),
            None => health.answered(false, now),
        });
    }
}

fn ended(one: Option<Result<Result<Option<String>, Unasked>, JoinError>>) -> Result<(), Unasked> {
    match one {
        Some(Ok(went)) => went.map(drop),
        Some(Err(_)) | None => Ok(()),
    }
}

/// In words, for whoever looks after the source.
pub(super) fn words(error: &Unasked) -> String {
    match error {
        Unasked::PutOff(until) => format!("its server wants peace until {until}"),
        Unasked::Forbidden { why, .. } | Unasked::Odd(why) | Unasked::Ledger(why) => why.clone(),
        Unasked::Failed(failure) => failure.to_string(),
        Unasked::SameAs(other) => format!("the same as {other}"),
        Unasked::Stopped => "stopped".to_owned(),
    }
}
