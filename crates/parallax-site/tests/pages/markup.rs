//! Reads markup as a browser would, as far as tags, and says what is not ours in it.

/// What pages are made of; anything else came from somebody else.
const TAGS: &str = " a article aside bdi blockquote body button caption code datalist dd del desc \
    details dialog div dl dt fieldset figcaption figure footer form g h1 h2 h3 head header html input ins \
    kbd label legend li line link main mark meta nav ol option p path polygon q rect script \
    section select small span strong summary sup svg table tbody td text th thead time title tr ul \
    circle polyline br ";

/// A tag with its attributes.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

/// The opening tags of a page; what is wrong with it otherwise.
pub(crate) fn tags(page: &str) -> Result<Vec<Tag>, String> {
    let mut tags = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").ok_or("no document type")?;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, behind) = tag(after)?;
        if !TAGS.contains(&format!(" {} ", tag.name.trim_start_matches('/'))) {
            return Err(format!("a foreign tag: {tag:?}"));
        }
        for (name, _) in &tag.attributes {
            if name.starts_with("on") || name == "style" || name == "srcdoc" {
                return Err(format!("a foreign attribute: {tag:?}"));
            }
        }
        tags.push(tag);
        rest = behind;
    }
    Ok(tags)
}

fn tag(text: &str) -> Result<(Tag, &str), String> {
    let end = text
        .find(|letter: char| letter.is_whitespace() || letter == '>')
        .ok_or("no end of a tag")?;
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")) {
            let name = name.trim_end_matches('/').to_owned();
            return Ok((Tag { name, attributes }, behind));
        }
        let end = rest
            .find(|letter: char| letter == '=' || letter == '>' || letter.is_whitespace())
            .ok_or("no end of an attribute")?;
        let (name, behind) = rest.split_at(end);
        match behind.strip_prefix("=\"") {
            Some(behind) => {
                let (value, behind) = behind.split_once('"').ok_or("no end of a value")?;
                attributes.push((name.to_owned(), value.to_owned()));
                rest = behind;
            }
            None if behind.starts_with('=') => return Err(format!("a bare value: {behind:.20}")),
            None => {
                attributes.push((name.to_owned(), String::new()));
                rest = behind;
            }
        }
    }
}

/// What a reader reads, a line an element.
pub(crate) fn text(page: &str) -> String {
    let mut out = String::new();
    for part in page.split('<').skip(1) {
        let words = part.split_once('>').map_or("", |(_, words)| words).trim();
        if !words.is_empty() {
            out += words;
            out.push('\n');
        }
    }
    out
}
