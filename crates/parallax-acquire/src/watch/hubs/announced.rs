//! Hubs that are announced in the head of an answer (`Link`), and not in the feed itself.

use crate::{listing::Hub, net::Answer};
use url::Url;

/// Links of one answer that are looked at.
const MOST: usize = 100;

/// The hub that the head of an answer announces, and the topic that it has there.
pub(in super::super) fn announced(answer: &Answer) -> Option<Hub> {
    let base = Url::parse(&answer.url).ok()?;
    let fields = answer.fields.iter().filter(|(name, _)| name == "link");
    let links: Vec<_> = fields.flat_map(|(_, value)| links(value)).take(MOST).collect();
    let to = |relation: &str| {
        let mut fitting = links.iter().filter(|(_, relations)| {
            relations.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(relation))
        });
        fitting.find_map(|(address, _)| base.join(address).ok()).map(String::from)
    };
    Some(Hub { url: to("hub")?, topic: to("self").unwrap_or_else(|| answer.url.clone()) })
}

/// The links of one field: where they lead, and what they are.
fn links(value: &str) -> impl Iterator<Item = (&str, &str)> {
    value.split('<').skip(1).filter_map(|link| {
        let (address, rest) = link.split_once('>')?;
        let relations = rest.split([';', ',']).find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("rel").then(|| value.trim().trim_matches('"'))
        })?;
        Some((address.trim(), relations))
    })
}

#[cfg(test)]
mod tests {
    use super::announced;
    use crate::net::Answer;

    fn check(links: &[&str], expected: Option<(&str, &str)>) {
        let fields = links.iter().map(|link| ("link".to_owned(), (*link).to_owned())).collect();
        let url = "https://quay.example/rss".to_owned();
        let hub = announced(&Answer { url, status: 200, fields, body: Vec::new() });
        let hub = hub.as_ref().map(|hub| (hub.url.as_str(), hub.topic.as_str()));
        assert_eq!(hub, expected, "{links:?}");
    }

    #[test]
    fn a_hub_is_found_among_links() {
        let (hub, here) = ("https://hub.example/", "https://quay.example/rss");
        check(&["<https://hub.example/>; rel=\"hub\""], Some((hub, here)));
        check(
            &["<https://hub.example/>; rel=hub, </feed>; REL=\"alternate self\"; type=\"a/b\""],
            Some((hub, "https://quay.example/feed")),
        );
        check(
            &["<a>; rel=next", "<https://hub.example/>; title=x; rel=\"Hub\""],
            Some((hub, here)),
        );
        check(&["<https://hub.example/>; rel=github", "hub", "<", "<>;rel", "<a>;=;"], None);
        check(&[], None);
    }
}
