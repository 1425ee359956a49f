//! What is looked for by the digits its name begins with.

use parallax_archive::Reader;
use parallax_model::{ArticleId, StoryId};
use parallax_site::library::{Founder, Sought};

/// What begins with `digits`, when `all` do.
pub(super) fn sought<T: Copy + ToString>(digits: &str, all: &[T]) -> Sought<T> {
    match all {
        [] => Sought::Missing,
        [one] if one.to_string() == digits => Sought::Here(*one),
        [one] => Sought::Moved(one.to_string()),
        several => Sought::Several(several.len()),
    }
}

/// The same of something else, where it is there.
pub(super) fn and_then<A, B>(
    sought: Sought<A>,
    read: impl FnOnce(A) -> anyhow::Result<Sought<B>>,
) -> anyhow::Result<Sought<B>> {
    Ok(match sought {
        Sought::Here(found) => read(found)?,
        Sought::Moved(to) => Sought::Moved(to),
        Sought::Gone(at, why) => Sought::Gone(at, why),
        Sought::Several(number) => Sought::Several(number),
        Sought::Dissolved(founder) => Sought::Dissolved(founder),
        Sought::NotYet => Sought::NotYet,
        Sought::Missing => Sought::Missing,
    })
}

/// A story that is not there: perhaps it was, and the article is that it was founded by.
pub(super) fn dissolved<T>(
    reader: &Reader<'_>,
    digits: &str,
    story_of: impl Fn(ArticleId) -> Option<(StoryId, String)>,
) -> anyhow::Result<Sought<T>> {
    let [founder] = reader.founders_named(digits)?[..] else { return Ok(Sought::Missing) };
    let Some(read) = reader.article(founder)? else { return Ok(Sought::Missing) };
    Ok(Sought::Dissolved(Box::new(Founder { read, story: story_of(founder) })))
}

/// An article of which every capture was forgotten.
pub(super) fn gone<T>(reader: &Reader<'_>, digits: &str) -> anyhow::Result<Sought<T>> {
    let mut stones = reader.tombstones()?.into_iter().filter(|stone| {
        stone.again.is_none()
            && stone.article.is_some_and(|article| article.to_string().starts_with(digits))
    });
    Ok(stones.next().map_or(Sought::Missing, |stone| Sought::Gone(stone.at, stone.reason)))
}
