//! One part of a file of a server, asked for.

use super::{
    Stamp,
    remote::{NoPart, Part},
    storage::Place,
};
use crate::{
    net::{Answer, Ask, Target},
    watch::{asking::Unasked, round::Round},
};
use std::ops::Range;

/// Asks for a range of a file; `known` is when it was changed as what is held of it.
pub(super) async fn part(
    round: &Round,
    place: &Place,
    range: Range<u64>,
    known: Option<&str>,
) -> Result<Part, NoPart> {
    let asking = &round.asking;
    let most = usize::try_from(range.end - range.start).unwrap_or(usize::MAX);
    let ask = |target: &Target| {
        let mut fields = place.fields(target, &range, asking.now());
        fields.extend(known.map(|known| {
            let is_tag = known.starts_with('"') || known.starts_with("W/");
            (if is_tag { "if-none-match" } else { "if-modified-since" }, known.to_owned())
        }));
        Ask { range: Some(range.clone()), fields, ..Ask::at_most(most) }
    };
    let answer = asking.get_by(place.url(), &ask, &|_| Ok(())).await;
    let answer = answer.map_err(|why| NoPart::Unasked(place.explained(why)))?;
    let last = match answer.status {
        304 => return Err(NoPart::Unchanged),
        // Nothing stands there.
        416 => true,
        200 if range.start == 0 => true,
        206 => is_last(&answer, &range).map_err(|why| NoPart::Unasked(Unasked::Odd(why)))?,
        status => {
            let why = place.explained(Unasked::Odd(format!("the server says {status}")));
            return Err(NoPart::Unasked(why));
        }
    };
    let stamp = stamp(&answer);
    let bytes = if answer.status == 416 { Vec::new() } else { answer.body };
    Ok(Part { bytes, last, stamp })
}

/// Whether a part is the last of its file; the error says that it is not the part that was asked for.
fn is_last(answer: &Answer, range: &Range<u64>) -> Result<bool, String> {
    let said = answer.field("content-range").and_then(|said| said.trim().strip_prefix("bytes "));
    let (from, rest) = said.and_then(|said| said.split_once('-')).unwrap_or_default();
    let (to, all) = rest.split_once('/').unwrap_or_default();
    let (from, to): (Option<u64>, Option<u64>) = (from.parse().ok(), to.parse().ok());
    let length = u64::try_from(answer.body.len()).unwrap_or(u64::MAX);
    let (Some(from), Some(to)) = (from, to) else {
        return Err("a part of a file that does not say which".to_owned());
    };
    if from != range.start || to.checked_add(1) != from.checked_add(length) {
        return Err("another part of the file than was asked for".to_owned());
    }
    let all: Option<u64> = all.parse().ok();
    Ok(all.map_or(to + 1 < range.end, |all| to + 1 >= all))
}

/// As what a file was found.
fn stamp(answer: &Answer) -> Stamp {
    let all = answer.field("content-range").and_then(|said| said.rsplit('/').next()?.parse().ok());
    let changed = answer.field("etag").or_else(|| answer.field("last-modified"));
    Stamp { bytes: all, changed: changed.filter(|said| said.len() <= 1024).map(str::to_owned) }
}
