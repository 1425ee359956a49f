//! What grouping remembers, kept beside the archive: so that opening it does not let grouping
//! see every article again.
//!
//! What is kept is made of what the archive holds, and only used where that is what it was made
//! of; else all is seen again. Either way grouping goes on the same.

use super::{Keeper, admit};
use parallax_archive::{Archive, ArchiveError, Packed, Reader};
use parallax_group::{CopyIndex, Runs, Signature, Stream};
use parallax_model::ArticleId;
use rayon::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::mem;

/// Under which names it is kept: what stories are told by, and what copies are.
const STREAM: &str = "grouping.state";
const COPIES: &str = "grouping.copies";

/// Articles after which it is kept anew: to let grouping see so many takes less than a second,
/// and so does keeping.
const ANEW: usize = 2000;

/// Articles whose traces are unpacked at once.
const AT_ONCE: usize = 4096;

/// A part of what grouping remembers, by how much it was made of.
#[derive(Serialize, Deserialize)]
struct Remembered<T> {
    made_by: String,
    /// Names what it was made of.
    seen: String,
    part: T,
}

/// An article's traces, or none where its place is vacant.
type Traces = (ArticleId, Option<(Signature, Runs)>);

impl Keeper {
    /// Lets grouping remember what it saw before.
    pub(super) fn recall(&mut self) -> anyhow::Result<()> {
        let Some((stream, copies)) = kept(&self.archive)? else {
            self.remember()?;
            return Ok(());
        };
        let known = stream.len();
        self.ids = stream.ids().to_vec();
        (self.stream, self.copies, self.remembered) = (stream, copies, known);
        self.bonds.begin();
        for (number, &id) in self.ids.iter().enumerate() {
            self.bonds.first(id, number);
        }
        let (to_stream, to_copies) = (self.stream.recalls_from(), self.copies.recalls_from());
        let from = to_stream.min(to_copies);
        let mut number = from;
        let (stream, index, bonds, seen) =
            (&mut self.stream, &mut self.copies, &mut self.bonds, &mut self.ids);
        let mut again = |(id, traces): Traces| {
            let (signature, runs) =
                traces.unwrap_or_else(|| (Signature::vacant(id), Runs::default()));
            if number >= known {
                admit(stream, index, bonds, number, signature, runs);
                seen.push(id);
            } else {
                if number >= to_stream {
                    stream.recall(signature);
                }
                if number >= to_copies {
                    index.recall(runs);
                }
            }
            number += 1;
        };
        each(&self.archive.reader(), from, &mut again)?;
        self.places = self.ids.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        Ok(())
    }

    /// Keeps what grouping remembers, where it saw many since that was kept last, and forgets what copies are told by.
    pub(super) fn keep_memory(&mut self) -> anyhow::Result<()> {
        // One after the other, and the first is let go before: what is packed takes as much room again.
        let copies = mem::take(&mut self.copies);
        if self.ids.len() < self.remembered + ANEW {
            return Ok(());
        }
        let seen = self.archive.reader().seen(self.ids.len())?;
        keep(&self.archive, COPIES, &seen, &copies)?;
        drop(copies);
        keep(&self.archive, STREAM, &seen, &self.stream)
    }

    /// Forgets what was kept of it.
    pub(super) fn forget_memory(&mut self) -> anyhow::Result<()> {
        self.remembered = 0;
        self.archive.forget_beside(COPIES)?;
        Ok(self.archive.forget_beside(STREAM)?)
    }
}

fn keep(archive: &Archive, name: &str, seen: &str, part: &impl Serialize) -> anyhow::Result<()> {
    let made_by = archive.made_by().to_owned();
    let remembered = Remembered { made_by, seen: seen.to_owned(), part };
    Ok(archive.keep_beside(name, &Packed::of(&remembered))?)
}

/// What was kept, where it is whole and made of what the archive holds.
fn kept(archive: &Archive) -> anyhow::Result<Option<(Stream, CopyIndex)>> {
    let (Some((stream, seen)), Some((copies, also_seen))) =
        (part::<Stream>(archive, STREAM), part::<CopyIndex>(archive, COPIES))
    else {
        return Ok(None);
    };
    let is_of_this = seen == also_seen
        && seen == archive.reader().seen(stream.len())?
        && stream.len() == copies.admitted();
    Ok(is_of_this.then_some((stream, copies)))
}

/// A part that this program kept, with the name of what it was made of.
fn part<T: DeserializeOwned>(archive: &Archive, name: &str) -> Option<(T, String)> {
    let opened = archive.beside(name)?.open(|| name.to_owned()).ok();
    let kept: Remembered<T> =
        opened.filter(|kept: &Remembered<T>| kept.made_by == archive.made_by())?;
    Some((kept.part, kept.seen))
}

/// Hands on the traces of all articles from number `from` on.
fn each(
    reader: &Reader<'_>,
    from: usize,
    take: &mut impl FnMut(Traces),
) -> Result<(), ArchiveError> {
    let mut waiting: Vec<(ArticleId, Option<Packed>)> = Vec::new();
    reader.packed_traces(from, |id, packed| {
        waiting.push((id, packed));
        if waiting.len() >= AT_ONCE {
            unpack(&mut waiting, take)?;
        }
        Ok(())
    })?;
    unpack(&mut waiting, take)
}

fn unpack(
    waiting: &mut Vec<(ArticleId, Option<Packed>)>,
    take: &mut impl FnMut(Traces),
) -> Result<(), ArchiveError> {
    let open = |(id, packed): (ArticleId, Option<Packed>)| {
        let opened = packed.map(|packed| packed.open(|| format!("article {id}")));
        Ok((id, opened.transpose()?))
    };
    let opened: Vec<Traces> =
        waiting.par_drain(..).map(open).collect::<Result<_, ArchiveError>>()?;
    opened.into_iter().for_each(take);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Remembered;
    use crate::{keeper::admit, keeper::bonds::Bonds, meaning::signature, pipeline};
    use parallax_acquire::read;
    use parallax_archive::Packed;
    use parallax_group::{CopyIndex, Runs, Signature, Stream};
    use serde::{Serialize, de::DeserializeOwned};
    use std::io::Cursor;

    /// Articles on a few events, some of them copies.
    fn traces(articles: usize) -> Vec<(Signature, Runs)> {
        let events = ["ferry", "bridge", "market"];
        let row = |number: usize| {
            let event = events[number % events.len()];
            let text: Vec<String> = (0..30)
                .map(|at| format!("{event} {} of the harbour {at} was {event}ed", number / 7 + at))
                .collect();
            format!(
                "{{\"id\":\"{number}\",\"outlet\":\"Paper {}\",\"lang\":\"en\",\"title\":\"The {event} of {}\",\"text\":\"{}.\"}}\n",
                number % 5,
                number / 9,
                text.join(". "),
            )
        };
        let rows: String = (0..articles).map(row).collect();
        let captures = read("rows", Box::new(Cursor::new(rows.into_bytes())));
        let article = |capture| pipeline::read(&capture).expect("an article").article;
        let articles = captures.map(|capture| article(capture.expect("a row")));
        articles.map(|article| (signature(&article), Runs::of(&article))).collect()
    }

    /// A part, kept and opened.
    fn again<T: Serialize + DeserializeOwned>(part: &T) -> T {
        let (made_by, seen) = (String::new(), String::new());
        let packed = Packed::of(&Remembered { made_by, seen, part });
        let opened = packed.open(|| "it".to_owned()).expect("what was kept");
        let Remembered { part, .. } = opened;
        part
    }

    #[test]
    fn what_was_kept_goes_on_as_if_it_had_not_been() {
        let traces = traces(60);
        let (mut stream, mut copies) = (Stream::new(), CopyIndex::new());
        let (mut other, mut other_copies) = (Stream::new(), CopyIndex::new());
        let mut bonds = Bonds::default();
        for (number, (signature, runs)) in traces.iter().enumerate() {
            if number % 13 == 7 {
                (other, other_copies) = (again(&other), again(&other_copies));
                for (signature, runs) in &traces[..number] {
                    other.recall(signature.clone());
                    other_copies.recall(runs.clone());
                }
            }
            let (own, others) =
                ((signature.clone(), runs.clone()), (signature.clone(), runs.clone()));
            let of = admit(&mut stream, &mut copies, &mut bonds, number, own.0, own.1);
            let again =
                admit(&mut other, &mut other_copies, &mut bonds, number, others.0, others.1);
            assert_eq!(again, of, "copy {number}");
        }
        assert_eq!(other.settle(), stream.settle());
    }
}
