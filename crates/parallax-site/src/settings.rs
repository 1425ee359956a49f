//! What a reader chose: the language by the address, else by the cookie, else as the browser
//! asks; theme and keys by the cookie.

use crate::{Asking, Tongue};
use std::fmt::Write;

/// The name of the cookie.
const NAME: &str = "parallax";

/// A year, in seconds.
const LONG: u32 = 31_536_000;

/// Settings of one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The language that was chosen, if one was.
    pub(crate) tongue: Option<Tongue>,
    pub(crate) theme: Theme,
    /// Whether single letters are commands.
    pub(crate) keys: bool,
}

/// Light on dark or dark on light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { tongue: None, theme: Theme::System, keys: true }
    }
}

impl Settings {
    /// Those of the cookie; what it does not say in our words is as usual.
    pub(crate) fn of(asking: &Asking<'_>) -> Self {
        let pairs = asking.cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
        let own = pairs.filter(|(name, _)| *name == NAME).map(|(_, value)| value).next();
        let mut settings = Self::default();
        for part in own.unwrap_or_default().split('.') {
            if let Some((key, value)) = part.split_once('-') {
                settings.set(key, value);
            }
        }
        settings
    }

    /// Those of a form that was sent; `None` where none was.
    pub(crate) fn sent(self, pairs: &[(String, String)]) -> Option<Self> {
        let mut settings = self;
        for (key, value) in pairs {
            settings.set(key, value);
        }
        pairs.iter().any(|(key, _)| key == "save").then_some(settings)
    }

    fn set(&mut self, key: &str, value: &str) {
        match key {
            "language" => self.tongue = tongue_of(value),
            "theme" => {
                let named = Theme::ALL.into_iter().find(|theme| theme.name() == value);
                self.theme = named.unwrap_or_default();
            }
            "keys" => self.keys = value != "off",
            _ => (),
        }
    }

    /// The cookie that keeps them.
    pub(crate) fn cookie(self) -> String {
        let mut value = format!("theme-{}", self.theme.name());
        value += if self.keys { ".keys-on" } else { ".keys-off" };
        if let Some(tongue) = self.tongue {
            // A hyphen parts the name of a setting from its value once, so one in the value stays.
            let _ = write!(value, ".language-{}", tongue.step());
        }
        format!("{NAME}={value}; Path=/; Max-Age={LONG}; SameSite=Lax; HttpOnly")
    }

    /// The language of a page whose address begins with none.
    pub(crate) fn tongue_for(self, asking: &Asking<'_>) -> Tongue {
        self.tongue.or_else(|| accepted(asking.languages)).unwrap_or_default()
    }
}

/// The language whose addresses begin with `step`.
pub(crate) fn tongue_of(step: &str) -> Option<Tongue> {
    Tongue::ALL.into_iter().find(|tongue| tongue.step() == step)
}

/// The best of ours that an `Accept-Language` header asks for.
fn accepted(header: &str) -> Option<Tongue> {
    let mut best: Option<(u32, Tongue)> = None;
    for part in header.split(',').take(32) {
        let (tag, weight) = part.split_once(';').unwrap_or((part, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(1000, thousandths);
        let tongue = of_tag(tag.trim()).filter(|_| weight > 0);
        if let Some(tongue) = tongue.filter(|_| best.is_none_or(|(known, _)| known < weight)) {
            best = Some((weight, tongue));
        }
    }
    best.map(|(_, tongue)| tongue)
}

fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    let whole: u32 = whole.parse().unwrap_or(0);
    whole.min(1) * 1000 + digits.parse::<u32>().unwrap_or(0)
}

fn of_tag(tag: &str) -> Option<Tongue> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next()?;
    let script = parts.find(|part| matches!(*part, "arab" | "latn" | "cn"));
    match (language, script) {
        ("kk", Some("arab" | "cn")) => Some(Tongue::KazakhArabic),
        ("kk", Some("latn")) => Some(Tongue::KazakhLatin),
        ("kk", _) => Some(Tongue::KazakhCyrillic),
        ("ru", _) => Some(Tongue::Russian),
        ("en", _) => Some(Tongue::English),
        ("zh", _) => Some(Tongue::Chinese),
        ("uz", _) => Some(Tongue::UzbekCyrillic),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, Theme, accepted};
    use crate::{Asking, Tongue};

    #[test]
    fn a_cookie_keeps_what_was_chosen() {
        let chosen =
            Settings { tongue: Some(Tongue::KazakhArabic), theme: Theme::Dark, keys: false };
        let cookie = chosen.cookie();
        let cookies = format!("other=1; {}", cookie.split(';').next().unwrap());
        let asking = Asking { cookies: &cookies, ..Asking::default() };
        assert_eq!(Settings::of(&asking), chosen);
    }

    #[test]
    fn a_foreign_cookie_changes_nothing() {
        let asking = Asking { cookies: "parallax=<script>.theme-pink; x", ..Asking::default() };
        assert_eq!(Settings::of(&asking), Settings::default());
    }

    #[test]
    fn the_browser_says_which_language() {
        assert_eq!(accepted("de, ru;q=0.8, en;q=0.9"), Some(Tongue::English));
        assert_eq!(accepted("kk-CN"), Some(Tongue::KazakhArabic));
        assert_eq!(accepted("zh-TW, *;q=0.1"), Some(Tongue::Chinese));
        assert_eq!(accepted("ru;q=0"), None);
    }
}
