//! Settings: a plain form, kept in the one cookie of the site.

use super::{elsewhere, html};
use crate::{Address, Answer, Status, Tongue, frame::Frame, settings::Theme};
use askama::Template;

#[derive(Template)]
#[template(path = "settings.html")]
struct Settings<'a> {
    frame: &'a Frame,
    tongues: [(Tongue, bool); 7],
    themes: Vec<(&'static str, &'a str, bool)>,
}

/// The form, or what was sent with it.
pub(super) fn page(frame: &Frame, pairs: &[(String, String)]) -> Answer {
    if let Some(chosen) = frame.settings.sent(pairs) {
        let own = Address::Settings(Vec::new());
        let place = match chosen.tongue.filter(|_| frame.here.has_tongue()) {
            Some(tongue) => frame.here.to_in(tongue, &own),
            None => frame.to(&own),
        };
        let mut answer = elsewhere(Status::Elsewhere(place));
        answer.cookie = Some(chosen.cookie());
        return answer;
    }
    let frame = &frame.titled(frame.say("nav-settings"));
    let themes = Theme::ALL.into_iter().map(|theme| {
        let key = match theme {
            Theme::System => "theme-system",
            Theme::Light => "theme-light",
            Theme::Dark => "theme-dark",
        };
        (theme.name(), frame.say(key), theme == frame.settings.theme)
    });
    let page = Settings {
        frame,
        tongues: Tongue::ALL.map(|tongue| (tongue, frame.settings.tongue == Some(tongue))),
        themes: themes.collect(),
    };
    html(Status::Here, frame.tongue, &page)
}
