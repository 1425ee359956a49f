//! What every [`Store`] has to do, and one in memory that shows it can be done otherwise.

mod memory;

use super::{Kept, Sqlite, Store, of_article, of_story};
use crate::{
    decisions::Decision,
    packed::Packed,
    place::Place,
    rows::{ArticleRow, Batch, Counts, NewArticle, StoryRow, Told},
    tombstone::Tombstone,
};
use jiff::Timestamp;
use memory::Memory;
use parallax_model::{Article, ArticleId, Digest, Story, StoryId};

/// Holds an implementation to `promise`: each of a database that holds nothing.
fn each(promise: impl Fn(&mut dyn Store)) {
    let home = tempfile::tempdir().unwrap();
    promise(&mut Sqlite::open(home.path()).unwrap());
    promise(&mut Memory::default());
}

fn place(number: u64) -> Place {
    let digest = |what: &str| Digest::of(format!("{what} {number}").as_bytes());
    Place {
        number,
        id: digest("capture").into(),
        payload: digest("payload"),
        file: 1,
        start: number * 100,
        length: 100,
        member: digest("member"),
    }
}

fn id(number: usize) -> ArticleId {
    Article::name(Some(&format!("https://quay.example/{number}")), None, Digest::of(b""))
}

fn story_id(number: usize) -> StoryId {
    Story::name(id(number))
}

fn article(number: usize, capture: u64) -> NewArticle {
    NewArticle {
        row: ArticleRow { id: id(number), number, capture, copy_of: None, outlet: None },
        published: Some(7),
        language: "en".to_owned(),
        headline: "A quay".to_owned(),
        record: Packed::of(&format!("article {number} of capture {capture}")),
        traces: Packed::of(&number),
    }
}

fn batch(articles: impl IntoIterator<Item = (usize, u64)>) -> Batch {
    let mut batch = Batch::default();
    for (number, capture) in articles {
        batch.places.push(place(capture));
        batch.readings.push(Ok(id(number)));
        batch.articles.push(article(number, capture));
    }
    batch
}

fn told(story: usize, last: i64, members: &[usize]) -> Told {
    let row = StoryRow {
        id: story_id(story),
        first: None,
        last: Some(last),
        articles: members.len(),
        outlets: 1,
        origins: 1,
        topic: None,
        languages: "en".to_owned(),
        headline: "A quay".to_owned(),
    };
    Told {
        made_of: Digest::of(&last.to_le_bytes()),
        row,
        members: members.iter().map(|&member| id(member)).collect(),
        telling: Packed::of(&(story, last)),
    }
}

/// Tells `stories`, one at a time.
fn tell(store: &mut dyn Store, mut stories: Vec<Told>, gone: &[usize], aliases: &[(usize, usize)]) {
    let gone: Vec<StoryId> = gone.iter().map(|&story| story_id(story)).collect();
    let aliases: Vec<_> =
        aliases.iter().map(|&(old, story)| (story_id(old), story_id(story))).collect();
    stories.reverse();
    store.tell(&mut |_| Ok(stories.pop().into_iter().collect()), &gone, &aliases).unwrap();
}

#[test]
fn facts_are_written_over() {
    each(|store| {
        assert_eq!(store.fact("read by").unwrap().unwrap_or_default(), "");
        store.set_fact("read by", "one").unwrap();
        store.set_fact("read by", "two").unwrap();
        assert_eq!(store.fact("read by").unwrap().as_deref(), Some("two"));
    });
}

#[test]
fn captures_are_spoken_of_once_kept() {
    each(|store| {
        assert_eq!(store.newest_place().unwrap(), None);
        let mut some = batch([(0, 1), (1, 2)]);
        some.places.push(place(3));
        some.readings.push(Err("no article on this page".to_owned()));
        store.keep(&some).unwrap();
        assert_eq!(store.places().unwrap(), [place(1), place(2), place(3)]);
        assert_eq!(store.newest_place().unwrap(), Some(place(3)));
        assert!(store.holds(place(2).id).unwrap());
        assert!(!store.holds(place(4).id).unwrap());
        let counts =
            Counts { captures: 3, refused: 1, articles: 2, waiting: 2, ..Counts::default() };
        assert_eq!(store.counts().unwrap(), counts);
    });
}

#[test]
fn a_newer_revision_keeps_number_and_traces() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2)])).unwrap();
        let mut newer = batch([(0, 3)]);
        newer.articles[0].traces = Packed::of(&"others");
        newer.articles[0].row.copy_of = Some(id(1));
        store.keep(&newer).unwrap();
        let rows = store.articles().unwrap();
        assert_eq!(rows, [article(0, 3).row, article(1, 2).row]);
        let record = store.kept(Kept::Article, of_article(id(0))).unwrap();
        assert_eq!(record, Some(article(0, 3).record));
        let mut traces = Vec::new();
        let mut take = |id, packed| {
            traces.push((id, packed));
            Ok(())
        };
        store.traces(1, &mut take).unwrap();
        store.traces(0, &mut take).unwrap();
        let of = |number| (of_article(id(number)), Packed::of(&number));
        assert_eq!(traces, [of(1), of(0), of(1)]);
    });
}

#[test]
fn stories_are_told_listed_and_forgotten() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2), (2, 3)])).unwrap();
        tell(store, vec![told(0, 10, &[0]), told(1, 30, &[1]), told(2, 20, &[2])], &[], &[]);
        let listed = |store: &dyn Store, skip, most| -> Vec<StoryId> {
            store.stories(skip, most).unwrap().into_iter().map(|row| row.id).collect()
        };
        assert_eq!(listed(store, 0, 9), [story_id(1), story_id(2), story_id(0)]);
        assert_eq!(listed(store, 1, 1), [story_id(2)]);
        assert_eq!(store.counts().unwrap().waiting, 0);
        tell(store, vec![told(0, 40, &[0, 1])], &[1], &[(1, 0)]);
        assert_eq!(listed(store, 0, 9), [story_id(0), story_id(2)]);
        assert_eq!(store.aliases().unwrap(), [(story_id(1), story_id(0))]);
        assert_eq!(store.captures_of(story_id(0)).unwrap(), [place(1).id, place(2).id]);
        assert_eq!(store.story(story_id(0)).unwrap(), Some(told(0, 40, &[0, 1]).row));
        assert_eq!(store.story(story_id(1)).unwrap(), None);
        let made_of = store.made_of().unwrap();
        assert!(made_of.is_sorted());
        assert!(made_of.contains(&(story_id(0), told(0, 40, &[]).made_of)));
        let kept = |story| store.kept(Kept::Story, of_story(story_id(story))).unwrap();
        assert_eq!(kept(0), Some(told(0, 40, &[]).telling));
        assert_eq!(kept(1), None);
    });
}

#[test]
fn what_fails_leaves_nothing_behind() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2)])).unwrap();
        tell(store, vec![told(0, 10, &[0])], &[], &[]);
        let mut first = Some(told(1, 20, &[1]));
        let broken = || crate::ArchiveError::Damaged { what: "it".into(), how: "torn".into() };
        let mut fails =
            |_: &dyn super::View| first.take().map(|told| vec![told]).ok_or_else(broken);
        assert!(store.tell(&mut fails, &[story_id(0)], &[]).is_err());
        let made_of = store.made_of().unwrap();
        assert_eq!(made_of, [(story_id(0), told(0, 10, &[]).made_of)]);
        assert_eq!(store.counts().unwrap().waiting, 1);
    });
}

#[test]
fn ids_are_found_between_two() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2), (2, 3)])).unwrap();
        let mut ids: Vec<Digest> = (0..3).map(|number| of_article(id(number))).collect();
        ids.sort_unstable();
        assert_eq!(store.named(Kept::Article, ids[0], ids[1]).unwrap(), ids[..2]);
        assert_eq!(store.named(Kept::Article, [0; 32].into(), [0xff; 32].into()).unwrap(), ids);
        assert_eq!(store.named(Kept::Story, [0; 32].into(), [0xff; 32].into()).unwrap(), []);
        let mut each = Vec::new();
        let mut take = |id, _| {
            each.push(id);
            Ok(())
        };
        store.each(Kept::Article, &mut take).unwrap();
        assert_eq!(each, ids);
    });
}

#[test]
fn decisions_are_a_log_with_undo() {
    each(|store| {
        let at = Timestamp::UNIX_EPOCH;
        let star = Decision::Star(story_id(0));
        assert_eq!(store.decide(&star, "Ada", at).unwrap(), Some(1));
        assert_eq!(store.decide(&Decision::Undo(7), "Ada", at).unwrap(), None);
        assert_eq!(store.decide(&Decision::Undo(1), "Ben", at).unwrap(), Some(2));
        assert_eq!(store.decide(&Decision::Undo(1), "Ben", at).unwrap(), None);
        store.forget_derived().unwrap();
        let taken = store.decisions().unwrap();
        assert_eq!(taken.len(), 2);
        assert_eq!((&taken[0].decision, taken[0].undone), (&star, Some(2)));
        assert_eq!(taken[1].who, "Ben");
    });
}

#[test]
fn what_can_be_made_again_is_forgotten_alone() {
    each(|store| {
        store.keep(&batch([(0, 1)])).unwrap();
        tell(store, vec![told(0, 10, &[0])], &[], &[(1, 0)]);
        store.forget_derived().unwrap();
        assert_eq!(store.counts().unwrap(), Counts { captures: 1, ..Counts::default() });
        assert_eq!(store.aliases().unwrap(), []);
    });
}

#[test]
fn what_is_forgotten_leaves_a_stone_and_a_vacant_place() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2), (0, 3)])).unwrap();
        tell(store, vec![told(0, 10, &[0, 1])], &[], &[]);
        let stone = |number, article| Tombstone {
            place: place(number),
            article: Some(id(article)),
            heir: None,
            at: Timestamp::UNIX_EPOCH,
            reason: "asked for".to_owned(),
            again: None,
        };
        let stones = [stone(1, 0), stone(2, 1)];
        let bonds = [(id(0), story_id(0)), (id(1), story_id(0))];
        store.intend(&stones, &bonds).unwrap();
        let half = store.half_forgotten().unwrap();
        assert_eq!(half.iter().map(|stone| stone.heir).collect::<Vec<_>>(), [Some(3), None]);
        assert_eq!(store.bonds().unwrap().len(), 2);
        store.remove(&half).unwrap();
        assert_eq!(store.half_forgotten().unwrap(), []);
        let counts = Counts { captures: 1, forgotten: 2, ..Counts::default() };
        assert_eq!(store.counts().unwrap(), counts);
        assert_eq!(store.vacancies().unwrap(), [(0, id(0)), (1, id(1))]);
        assert_eq!(store.places_of(id(0)).unwrap(), [place(3)]);
        assert_eq!(
            store.tombstone_of(place(2).payload).unwrap().map(|stone| stone.article),
            Some(Some(id(1)))
        );
        assert_eq!(store.newest_place().unwrap(), Some(place(3)));
        store.keep(&Batch { articles: vec![article(0, 3)], ..Batch::default() }).unwrap();
        assert_eq!(store.vacancies().unwrap(), [(1, id(1))]);
        let mut again = batch([(1, 4)]);
        again.places[0].payload = place(2).payload;
        store.keep(&again).unwrap();
        assert_eq!(store.tombstone_of(place(2).payload).unwrap(), None);
        let heirs: Vec<_> = store.tombstones().unwrap().iter().map(|stone| stone.heir).collect();
        assert_eq!(heirs, [Some(3), Some(4)]);
        store.set_copies(&[(id(1), Some(id(0)))]).unwrap();
        assert_eq!(store.articles().unwrap()[1].copy_of, Some(id(0)));
        assert!(store.sweep().unwrap());
        assert_eq!(store.fact(super::UNSWEPT).unwrap(), None);
        assert_eq!(store.damages(), [""; 0]);
    });
}

#[test]
fn the_state_changes_with_the_stories_alone() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2)])).unwrap();
        let empty = store.state().unwrap();
        tell(store, vec![told(0, 10, &[0])], &[], &[]);
        let one = store.state().unwrap();
        store.keep(&batch([(2, 3)])).unwrap();
        assert_eq!(store.state().unwrap(), one);
        tell(store, vec![told(0, 20, &[0])], &[], &[]);
        let other = store.state().unwrap();
        tell(store, vec![], &[0], &[]);
        assert_eq!(store.state().unwrap(), empty);
        assert!(one != empty && other != one && other != empty);
    });
}

#[test]
fn what_was_seen_has_a_name_that_what_comes_later_does_not_change() {
    each(|store| {
        store.keep(&batch([(0, 1), (1, 2)])).unwrap();
        let (one, two) = (store.seen(1).unwrap(), store.seen(2).unwrap());
        assert_ne!(one, two);
        store.keep(&batch([(2, 3), (3, 4)])).unwrap();
        assert_eq!((store.seen(1).unwrap(), store.seen(2).unwrap()), (one, two));
        let before = store.seen(3).unwrap();
        store.intend(&[], &[(id(0), story_id(0)), (id(3), story_id(0))]).unwrap();
        assert_ne!(store.seen(3).unwrap(), before);
    });
}
