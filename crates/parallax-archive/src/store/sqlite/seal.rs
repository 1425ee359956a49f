//! Seals: each row carries a check of what it holds, and each table the sum of them.
//!
//! The database itself computes a seal whenever a row is written (a stored column) and keeps the
//! sum (triggers), so no way of writing can forget it. A changed row differs from its seal; a
//! lost one is missed in the sum.

use crate::error::{InDatabase, Result};
use parallax_model::{ArticleId, Digest};
use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
    types::ValueRef,
};
use std::fmt::Write;
use xxhash_rust::xxh3::Xxh3;

/// Bits of a seal: sums of some thousand fit an integer of the database.
const BITS: u32 = 48;

/// What sums of seals are kept below.
pub(super) const MODULUS: i64 = 1 << BITS;

/// A table whose rows are sealed.
pub(crate) struct Sealed {
    pub(crate) name: &'static str,
    /// The column by which a row is named, and whether that is an id.
    key: (&'static str, Key),
    /// What the seal covers.
    columns: &'static str,
}

#[derive(Clone, Copy)]
enum Key {
    Id,
    Plain,
}

const fn sealed(name: &'static str, key: (&'static str, Key), columns: &'static str) -> Sealed {
    Sealed { name, key, columns }
}

/// Tables of what lasts.
pub(crate) const LASTING: [Sealed; 5] = [
    sealed("capture", ("number", Key::Plain), "number, id, payload, file, start, length, member"),
    sealed("decision", ("number", Key::Plain), "number, at, who, what, undone"),
    sealed("fact", ("name", Key::Plain), "name, value"),
    sealed(
        "tombstone",
        ("number", Key::Plain),
        "number, id, payload, file, start, length, member, article, heir, at, reason, again",
    ),
    sealed("bond", ("article", Key::Id), "article, story"),
];

/// Tables of what can be made again.
pub(crate) const DERIVED: [Sealed; 9] = [
    sealed("reading", ("capture", Key::Plain), "capture, article, refused"),
    sealed(
        "article",
        ("id", Key::Id),
        "number, id, capture, copy_of, published, outlet, language, headline",
    ),
    sealed("record", ("article", Key::Plain), "article, record"),
    sealed("traces", ("article", Key::Plain), "article, traces"),
    sealed(
        "story",
        ("id", Key::Id),
        "id, made_of, first, last, articles, outlets, origins, topic, languages, headline",
    ),
    sealed("telling", ("story", Key::Id), "story, telling"),
    sealed("member", ("article", Key::Id), "article, story"),
    sealed("alias", ("old", Key::Id), "old, story"),
    sealed("vacant", ("number", Key::Plain), "number, article"),
];

/// Lets `database` compute seals.
pub(crate) fn teach(database: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    database.create_scalar_function("seal", -1, flags, seal).in_database("be set up")
}

#[expect(clippy::unnecessary_wraps, reason = "the database asks for it so")]
fn seal(values: &Context<'_>) -> rusqlite::Result<i64> {
    let mut whole = Xxh3::new();
    let mut field = |kind: u8, bytes: &[u8]| {
        whole.update(&[kind]);
        whole.update(&bytes.len().to_le_bytes());
        whole.update(bytes);
    };
    for at in 0..values.len() {
        match values.get_raw(at) {
            ValueRef::Null => field(0, &[]),
            ValueRef::Integer(number) => field(1, &number.to_le_bytes()),
            ValueRef::Real(number) => field(2, &number.to_le_bytes()),
            ValueRef::Text(text) => field(3, text),
            ValueRef::Blob(bytes) => field(4, bytes),
        }
    }
    Ok(i64::try_from(whole.digest() >> (64 - BITS)).unwrap_or_default())
}

/// Begins to add up the seals of some tables, whose rows now are all there are.
pub(crate) fn watch(database: &Connection, tables: &[Sealed]) -> Result<()> {
    const DOING: &str = "be laid out";
    let modulus = MODULUS;
    let mut script = String::new();
    for Sealed { name, .. } in tables {
        let tally = |change: &str| format!("UPDATE tally SET {change} WHERE name = '{name}'");
        let put = tally(&format!("rows = rows + 1, seals = (seals + NEW.seal) % {modulus}"));
        let out =
            tally(&format!("rows = rows - 1, seals = (seals - OLD.seal + {modulus}) % {modulus}"));
        let turned =
            tally(&format!("seals = (seals - OLD.seal + NEW.seal + {modulus}) % {modulus}"));
        let events = [("INSERT", put), ("DELETE", out), ("UPDATE", turned)];
        for (event, change) in events {
            let trigger = format!("{name}_{}", event.to_lowercase());
            write!(
                script,
                "DROP TRIGGER IF EXISTS {trigger};
                 CREATE TRIGGER {trigger} AFTER {event} ON {name} BEGIN {change}; END;"
            )
            .expect("text takes what is written");
        }
    }
    database.execute_batch(&script).in_database(DOING)?;
    for table in tables {
        let (rows, seals) = table.added_up(database, |_, _| ())?;
        database
            .execute(
                "INSERT OR REPLACE INTO tally VALUES (?1, ?2, ?3)",
                rusqlite::params![table.name, rows, seals],
            )
            .in_database(DOING)?;
    }
    Ok(())
}

impl Sealed {
    /// Adds up the seals of all rows; `broken` is told of each row that differs from its seal.
    fn added_up(
        &self,
        database: &Connection,
        mut broken: impl FnMut(&Self, String),
    ) -> Result<(i64, i64)> {
        const DOING: &str = "add up its rows";
        let Self { name, key: (key, kind), columns } = self;
        let question = format!("SELECT {key}, seal, seal({columns}) FROM {name} NOT INDEXED");
        let mut asked = database.prepare(&question).in_database(DOING)?;
        let mut all = asked.query([]).in_database(DOING)?;
        let (mut rows, mut seals) = (0_i64, 0_i64);
        while let Some(row) = all.next().in_database(DOING)? {
            let held: Option<i64> = row.get(1).unwrap_or_default();
            let now: i64 = row.get(2).in_database(DOING)?;
            if held != Some(now) {
                let key = row.get_ref(0).in_database(DOING)?;
                broken(self, named(key, *kind));
            }
            rows += 1;
            seals = (seals + held.unwrap_or_default().rem_euclid(1 << BITS)) % (1 << BITS);
        }
        Ok((rows, seals))
    }
}

fn named(key: ValueRef<'_>, kind: Key) -> String {
    match (key, kind) {
        (ValueRef::Integer(number), _) => number.to_string(),
        (ValueRef::Text(text), _) => String::from_utf8_lossy(text).into_owned(),
        (ValueRef::Blob(bytes), Key::Id) => {
            let id = <[u8; 32]>::try_from(bytes).map(|id| ArticleId::from(Digest::from(id)));
            id.map_or_else(|_| "of no name".to_owned(), |id| id.to_string())
        }
        _ => "of no name".to_owned(),
    }
}

/// What is wrong with the rows of `database`, table by table.
pub(crate) fn broken(database: &Connection) -> Vec<String> {
    let mut wrong = Vec::new();
    for table in LASTING.iter().chain(&DERIVED) {
        let name = table.name;
        let mut rows_wrong = Vec::new();
        let added = table.added_up(database, |_, key| {
            rows_wrong
                .push(format!("archive.sqlite, table {name}, row {key}: not what was put there"));
        });
        let intact = rows_wrong.is_empty();
        wrong.extend(rows_wrong);
        let tally =
            database.query_row("SELECT rows, seals FROM tally WHERE name = ?1", [name], |row| {
                Ok((row.get(0)?, row.get(1)?))
            });
        match (added, tally) {
            (Ok((rows, seals)), Ok(held)) => {
                let held: (i64, i64) = held;
                if rows != held.0 {
                    wrong.push(format!(
                        "archive.sqlite, table {name}: it has {rows} rows, {} were put there",
                        held.0
                    ));
                } else if intact && seals != held.1 {
                    wrong.push(format!(
                        "archive.sqlite, table {name}: its rows are not those that were put there"
                    ));
                }
            }
            (Err(error), _) => {
                wrong.push(format!("archive.sqlite, table {name}: {}", error.with_cause()));
            }
            (_, Err(error)) => {
                wrong.push(format!("archive.sqlite, table tally, row {name}: {error}"));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::{DERIVED, LASTING, broken};
    use crate::store::sqlite::schema;
    use rusqlite::Connection;
    use std::collections::BTreeSet;

    fn made() -> (tempfile::TempDir, Connection) {
        let home = tempfile::tempdir().unwrap();
        let database = schema::open(home.path()).unwrap();
        (home, database)
    }

    #[test]
    fn every_table_is_sealed_with_all_its_columns() {
        let (_home, database) = made();
        let list = |question: &str| -> Vec<String> {
            let mut asked = database.prepare(question).unwrap();
            let rows = asked.query_map([], |row| row.get(0)).unwrap();
            rows.map(Result::unwrap).collect()
        };
        let tables: BTreeSet<String> =
            list("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'tally'")
                .into_iter()
                .collect();
        let sealed: BTreeSet<String> =
            LASTING.iter().chain(&DERIVED).map(|table| table.name.to_owned()).collect();
        assert_eq!(tables, sealed);
        for table in LASTING.iter().chain(&DERIVED) {
            let columns = list(&format!("SELECT name FROM pragma_table_info('{}')", table.name));
            assert_eq!(columns.join(", "), table.columns, "{}", table.name);
        }
    }

    #[test]
    fn a_changed_a_lost_and_an_added_row_are_missed() {
        let (_home, database) = made();
        assert_eq!(broken(&database), [""; 0]);
        database.execute_batch("INSERT INTO bond VALUES (x'01', x'02'), (x'03', x'02')").unwrap();
        database.execute_batch("INSERT OR REPLACE INTO bond VALUES (x'01', x'04')").unwrap();
        database.execute_batch("UPDATE bond SET story = x'05'").unwrap();
        assert_eq!(broken(&database), [""; 0]);
        database
            .execute_batch("DROP TRIGGER bond_delete; DELETE FROM bond WHERE article = x'01'")
            .unwrap();
        assert_eq!(broken(&database).len(), 1);
    }
}
