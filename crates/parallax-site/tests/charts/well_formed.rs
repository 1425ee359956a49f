//! Whether a piece of a page is well-formed XML whose marks lie within, by a reader of our own.

/// What is wrong, if anything is.
pub(crate) fn fault(piece: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = piece;
    while let Some((text, after)) = rest.split_once('<') {
        if let Some(fault) = text_fault(text) {
            return Some(fault);
        }
        let Some((tag, after)) = after.split_once('>') else {
            return Some("a tag that never ends".into());
        };
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes what is not open"));
            }
        } else {
            let (own, single) = tag.strip_suffix('/').map_or((tag, false), |own| (own, true));
            let (name, attributes) = own.split_once(' ').unwrap_or((own, ""));
            if let Some(fault) = attribute_fault(attributes) {
                return Some(format!("<{own}>: {fault}"));
            }
            if !single {
                open.push(name);
            }
        }
        rest = after;
    }
    text_fault(rest).or_else(|| open.pop().map(|name| format!("<{name}> is never closed")))
}

fn text_fault(text: &str) -> Option<String> {
    let control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    if text.contains(control) || text.contains('>') {
        return Some(format!("{text:?} holds what XML does not"));
    }
    let entities = text.split('&').skip(1);
    let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    let mut unknown = entities.filter(|rest| !known.iter().any(|name| rest.starts_with(name)));
    unknown.next().map(|rest| format!("&{rest} is no entity"))
}

/// Attributes are quoted, none is a style or a script, and places are within the picture.
fn attribute_fault(attributes: &str) -> Option<String> {
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let Some((name, after)) = rest.split_once("=\"") else {
            return Some("no quotation mark".into());
        };
        let Some((value, after)) = after.split_once('"') else { return Some("no end".into()) };
        if name == "style" || name.starts_with("on") || name.contains(char::is_whitespace) {
            return Some(format!("an attribute called {name}"));
        }
        if let Some(fault) = text_fault(value) {
            return Some(fault);
        }
        if let Some(share) = value.strip_suffix('%') {
            let share: f64 = share.parse().ok()?;
            if !(0.0..=100.0).contains(&share) {
                return Some(format!("{name} is {value}"));
            }
        }
        rest = after.trim_start();
    }
    None
}

#[test]
fn faults_are_found() {
    assert_eq!(fault("<a b=\"c &amp; d\"><e/>f</a>"), None);
    for piece in
        ["<a>", "<a></b>", "<a b=c/>", "a & b", "<a style=\"x\"/>", "<a x=\"101%\"/>", "\u{1}"]
    {
        assert!(fault(piece).is_some(), "{piece}");
    }
}
