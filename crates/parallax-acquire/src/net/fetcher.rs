//! Asks for one address, and follows where it leads.

use super::{
    agent::Agent,
    exchange::{Broken, Heard, Limits, exchange},
    failure::Failure,
    idle::Idle,
    line::{Dialler, Sent},
    resolve::Resolve,
    target::{Bounds, Target},
    trail::{Trail, leads_on},
    unpack::{ACCEPTED, unpack},
};
use bytes::Bytes;
use hyper::{
    Method, Request, Version,
    header::{
        ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HOST, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE,
        USER_AGENT,
    },
};
use std::{ops::Range, sync::Arc};
use tokio::time::timeout;

/// What is held of an address from the last time, to hear only of what changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Known {
    /// The address that answered.
    pub url: String,
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    pub last_modified: Option<String>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is wanted, as `Accept` says it.
    pub accept: &'static str,
    /// Bytes of body that are taken in, unpacked.
    pub most: usize,
    /// What is held from the last time.
    pub known: Option<Known>,
    /// A form to be sent; without one it is only asked for.
    pub form: Option<String>,
    /// Only these bytes of it, as they are stored.
    pub range: Option<Range<u64>>,
    /// Further fields of the head, names in small letters.
    pub fields: Vec<(&'static str, String)>,
}

impl Ask {
    /// Asks for whatever is there, at most so many bytes.
    pub fn at_most(most: usize) -> Self {
        Self { accept: "*/*", most, known: None, form: None, range: None, fields: Vec::new() }
    }
}

/// What a server answered to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The address that answered.
    pub url: String,
    /// Its status.
    pub status: u16,
    /// The fields of its head, names in small letters.
    pub fields: Vec<(String, String)>,
    /// Its body, unpacked.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first field of a name (in small letters), if it is there.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// What to ask with the next time.
    pub fn known(&self) -> Known {
        let kept = |name| self.field(name).filter(|value| value.len() <= 1024).map(str::to_owned);
        Known { url: self.url.clone(), etag: kept("etag"), last_modified: kept("last-modified") }
    }
}

/// Asks for addresses: each hop is resolved once, looked at, and connected to where it was
/// found to lead. Waits for nobody and asks no robots.txt; who wants that goes hop by hop.
pub struct Fetcher {
    dialler: Dialler,
    agent: Agent,
    limits: Limits,
    idle: Idle,
}

impl Fetcher {
    /// One that asks in the name of `agent`.
    pub fn new(agent: Agent, bounds: Bounds, limits: Limits, resolver: Arc<dyn Resolve>) -> Self {
        Self { dialler: Dialler::new(bounds, resolver), agent, limits, idle: Idle::default() }
    }

    /// What may be asked for.
    pub fn bounds(&self) -> &Bounds {
        self.dialler.bounds()
    }

    /// How much and how long.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Takes an address apart, and begins a trail at it.
    pub fn begin(&self, url: &str) -> Result<Trail, Failure> {
        Ok(Trail::new(Target::new(url, self.bounds())?, self.limits.redirects))
    }

    /// Asks for an address and follows its redirects.
    pub async fn get(&self, url: &str, ask: &Ask) -> Result<Answer, Failure> {
        let mut trail = self.begin(url)?;
        loop {
            let answer = self.hop(trail.here(), ask).await?;
            if !leads_on(answer.status) {
                return Ok(answer);
            }
            trail.follow(answer.field("location"), self.bounds())?;
        }
    }

    /// Asks for one target, and follows nothing.
    pub async fn hop(&self, target: &Target, ask: &Ask) -> Result<Answer, Failure> {
        let limits = &self.limits;
        let heard = timeout(limits.whole, self.heard(target, ask)).await;
        let heard = heard.map_err(|_| limits.slow("not all of the answer", limits.whole))??;
        let mut answer = Answer {
            url: target.url().to_owned(),
            status: heard.status,
            fields: heard.fields,
            body: heard.body,
        };
        let encoding = answer.field("content-encoding").unwrap_or_default().to_owned();
        // Of a part of a file nothing can be undone.
        if answer.status != 304 && !leads_on(answer.status) && ask.range.is_none() {
            answer.body = unpack(&encoding, answer.body, ask.most)?;
        }
        Ok(answer)
    }

    async fn heard(&self, target: &Target, ask: &Ask) -> Result<Heard, Failure> {
        if let Some(mut line) = self.idle.take(target) {
            match exchange(&mut line, self.request(target, ask)?, &self.limits, ask.most).await {
                // A server hangs up on who says nothing for long: it was not asked yet.
                Err(Broken { unsent: true, .. }) => {}
                Err(Broken { failure, .. }) => return Err(failure),
                Ok(heard) => {
                    self.idle.put(target, line, heard.open);
                    return Ok(heard);
                }
            }
        }
        let mut line = self.dialler.dial(target, &self.limits).await?;
        let request = self.request(target, ask)?;
        let heard = exchange(&mut line, request, &self.limits, ask.most).await;
        let heard = heard.map_err(|broken| broken.failure)?;
        self.idle.put(target, line, heard.open);
        Ok(heard)
    }

    fn request(&self, target: &Target, ask: &Ask) -> Result<Request<Sent>, Failure> {
        let url = target.parts();
        let host = url.host_str().unwrap_or_default();
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let mut request = Request::builder()
            .version(Version::HTTP_11)
            .method(if ask.form.is_some() { Method::POST } else { Method::GET })
            .uri(target.path_and_query())
            .header(HOST, host)
            .header(USER_AGENT, self.agent.as_str())
            .header(ACCEPT, ask.accept)
            .header(ACCEPT_ENCODING, if ask.range.is_some() { "identity" } else { ACCEPTED });
        if let Some(range) = &ask.range {
            let last = range.end.saturating_sub(1);
            request = request.header(RANGE, format!("bytes={}-{last}", range.start));
        }
        for (name, value) in &ask.fields {
            request = request.header(*name, value);
        }
        if let Some(known) = ask.known.as_ref().filter(|known| known.url == target.url()) {
            if let Some(etag) = &known.etag {
                request = request.header(IF_NONE_MATCH, etag);
            }
            if let Some(moment) = &known.last_modified {
                request = request.header(IF_MODIFIED_SINCE, moment);
            }
        }
        if ask.form.is_some() {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = Bytes::from(ask.form.clone().unwrap_or_default());
        request.body(Sent::new(body)).map_err(|error| Failure::Garbled(error.to_string()))
    }
}
