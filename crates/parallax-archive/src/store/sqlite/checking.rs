//! Whether the database is what was written to it.

use super::{Sqlite, seal};
use crate::error::Result;

/// Findings about the structure of the database that are listed at most.
const MOST: usize = 100;

impl Sqlite {
    /// What is wrong, each with its table and row or page; nothing where every row is what was
    /// put there, none is missing, and every index fits its table.
    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = match self.structure() {
            Ok(wrong) => wrong,
            Err(error) => vec![format!("archive.sqlite: {}", error.with_cause())],
        };
        wrong.extend(seal::broken(&self.database));
        wrong
    }

    fn structure(&self) -> Result<Vec<String>> {
        const DOING: &str = "be checked";
        let question = format!("PRAGMA integrity_check({MOST})");
        let lines: Vec<String> = self.list(DOING, &question, [], |row| row.get(0))?;
        let wrong = lines.into_iter().filter(|line| line != "ok");
        Ok(wrong.map(|line| format!("archive.sqlite: {line}")).collect())
    }
}
