//! What robots.txt lets us ask for.

use super::{Asking, Unasked, lock};
use crate::{
    net::{Ask, Failure, NAME, Target, leads_on},
    politeness::later,
    robots::Robots,
    watch::ledger::{KeptRobots, note, noted},
};
use std::{sync::Arc, time::Duration};

/// How long a robots.txt is good enough; shorter, where none could be had.
const ROBOTS_LAST: Duration = Duration::from_hours(24);
const CLOSED_LAST: Duration = Duration::from_hours(1);

/// No robots.txt is larger; what stands behind the standard's limit is not read.
const LARGEST_ROBOTS: usize = 4 << 20;

/// Redirects of a robots.txt that are followed (RFC 9309, 2.3.1.2).
const ROBOTS_REDIRECTS: usize = 5;

impl Asking {
    /// What robots may ask the server of `target` for.
    pub(super) async fn robots(&self, target: &Target) -> Result<Robots, Unasked> {
        let url = target.parts();
        let key = format!("{}://{}:{}", url.scheme(), target.host(), target.port());
        let entry = {
            let mut all = lock(&self.robots);
            Arc::clone(all.entry(key.clone()).or_default())
        };
        let mut entry = entry.lock().await;
        let now = self.now();
        if entry.is_none() {
            *entry = noted(&*self.ledger, &key).map_err(Unasked::Ledger)?;
        }
        if let Some(kept) = entry.as_ref().filter(|kept| kept.until > now) {
            return Ok(kept.robots.clone());
        }
        let robots = self.ask_robots(target).await?;
        let last = if robots.is_closed() { CLOSED_LAST } else { ROBOTS_LAST };
        let kept = KeptRobots { robots: robots.clone(), until: later(self.now(), last) };
        self.keep(note(&key, &kept));
        *entry = Some(kept);
        Ok(robots)
    }

    async fn ask_robots(&self, target: &Target) -> Result<Robots, Unasked> {
        let start = target.parts().join("/robots.txt").map(String::from).unwrap_or_default();
        let mut trail = self.fetcher.begin(&start)?;
        let ask = Ask { accept: "text/plain, */*;q=0.1", ..Ask::at_most(LARGEST_ROBOTS) };
        let closed =
            |failure: &Failure| Ok(Robots::closed(&format!("robots.txt cannot be had: {failure}")));
        loop {
            let answer = match self.hop(trail.here(), &ask, None).await {
                Ok(answer) => answer,
                Err(Unasked::Failed(failure)) => return closed(&failure),
                Err(other) => return Err(other),
            };
            if !leads_on(answer.status) || trail.hops().len() > ROBOTS_REDIRECTS {
                return Ok(Robots::of_answer(answer.status, &answer.body, NAME));
            }
            if let Err(failure) = trail.follow(answer.field("location"), self.fetcher.bounds()) {
                return closed(&failure);
            }
        }
    }
}
