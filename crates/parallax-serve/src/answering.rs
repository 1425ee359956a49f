//! From a request to a response.

use crate::{
    compress::Coding,
    headers,
    kept::{KeptAnswers, Question, Ready},
    live::Live,
    names::Names,
    site::Site,
};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Method, Response, StatusCode, header},
    middleware::{self, Next},
    response::IntoResponse,
    routing::{any, get},
};
use parallax_site::Answer;
use sha2::{Digest, Sha256};
use std::{fmt::Write, sync::Arc};
use tokio::{sync::Semaphore, task};

/// Bytes of answers that are kept.
const KEPT: usize = 64 << 20;

/// Longer questions than these are no questions of a reader.
const LONGEST: usize = 8 << 10;

/// How many may wait for an answer to be made.
const WAITING: usize = 256;

/// What every request is answered from.
#[derive(Clone)]
pub(crate) struct Desk(Arc<Inner>);

struct Inner {
    site: Arc<dyn Site>,
    names: Names,
    kept: KeptAnswers,
    /// Who makes answers, and who waits to.
    makers: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Desk {
    /// Makes at most `makers` answers at once.
    pub(crate) fn new(site: Arc<dyn Site>, names: Names, makers: usize) -> Self {
        Self(Arc::new(Inner {
            site,
            names,
            kept: KeptAnswers::up_to(KEPT),
            makers: Arc::new(Semaphore::new(makers)),
            waiting: Arc::new(Semaphore::new(WAITING)),
        }))
    }

    /// All addresses: two of its own, the rest the site's.
    pub(crate) fn router(self, live: Live) -> Router {
        let check = middleware::from_fn_with_state(self.clone(), refuse);
        Router::new()
            .route("/live", get(move || async move { live.listen().into_response() }))
            .route("/healthz", get(healthy))
            .fallback(any(page))
            .layer(check)
            .with_state(self)
    }
}

/// Refuses what is asked by a wrong name, or to do anything but read.
async fn refuse(State(desk): State<Desk>, request: Request, next: Next) -> Response<Body> {
    if !desk.0.names.know(text(request.headers(), header::HOST)) {
        let words =
            "this server does not go by that name; start it with --name to have it answer\n";
        return headers::plain(StatusCode::MISDIRECTED_REQUEST, words);
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return headers::plain(
            StatusCode::METHOD_NOT_ALLOWED,
            "everything here is to be read only\n",
        );
    }
    let uri = request.uri();
    if uri.path().len() + uri.query().map_or(0, str::len) > LONGEST {
        return headers::plain(StatusCode::URI_TOO_LONG, "the address is too long\n");
    }
    let mut response = next.run(request).await;
    if !response.headers().contains_key(header::CONTENT_SECURITY_POLICY) {
        headers::guard_all(response.headers_mut());
    }
    response
}

async fn healthy() -> Response<Body> {
    headers::plain(StatusCode::OK, "ok\n")
}

async fn page(State(desk): State<Desk>, request: Request) -> Response<Body> {
    let asked = request.headers();
    let question = Question {
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        cookies: text(asked, header::COOKIE).to_owned(),
        languages: text(asked, header::ACCEPT_LANGUAGE).to_owned(),
        coding: Coding::accepted(text(asked, header::ACCEPT_ENCODING)),
    };
    match desk.answer(question).await {
        Ok(ready) => headers::response(ready, asked),
        Err(refused) => refused,
    }
}

impl Desk {
    async fn answer(&self, question: Question) -> Result<Ready, Response<Body>> {
        let busy = || {
            headers::plain(
                StatusCode::SERVICE_UNAVAILABLE,
                "too many ask at once; ask again in a moment\n",
            )
        };
        let broken =
            || headers::plain(StatusCode::INTERNAL_SERVER_ERROR, "the page could not be made\n");
        if let Some(ready) = self.0.kept.find(&self.0.site.state(), &question) {
            return Ok(ready);
        }
        let waiting = Arc::clone(&self.0.waiting).try_acquire_owned().map_err(|_| busy())?;
        let maker = Arc::clone(&self.0.makers).acquire_owned().await.map_err(|_| busy())?;
        let inner = Arc::clone(&self.0);
        let made = task::spawn_blocking(move || {
            let ready = inner.find_or_make(question);
            drop((waiting, maker));
            ready
        });
        made.await.map_err(|_| broken())
    }
}

impl Inner {
    fn find_or_make(&self, question: Question) -> Ready {
        let state = self.site.state();
        if let Some(ready) = self.kept.find(&state, &question) {
            return ready;
        }
        let ready = ready(self.site.answer(&question.asking()), question.coding);
        self.kept.keep(&state, question, ready.clone());
        ready
    }
}

fn ready(answer: Answer, coding: Coding) -> Ready {
    let Answer { status, media_type, language, save_as, cookie, keep, body } = answer;
    let (coding, body) = coding.of(body, media_type);
    let tag = tag(&body);
    Ready {
        status,
        media_type,
        language,
        save_as,
        cookie,
        keep,
        coding,
        body: Bytes::from(body),
        tag,
    }
}

/// Names a body: the beginning of its digest, between quotation marks.
fn tag(body: &[u8]) -> String {
    let mut tag = String::from("\"");
    for byte in Sha256::digest(body).iter().take(12) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag + "\""
}

/// A header as text; nothing where it is none.
fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
