//! What is wrong with a list of sources, and where.

use std::fmt;

/// One thing that cannot be read: file, line, reason, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    file: String,
    /// From 1; `None` where no line can be told.
    line: Option<usize>,
    reason: String,
}

impl Fault {
    /// A fault of the line of a byte of `text`.
    pub(super) fn at(text: &str, byte: usize, reason: impl Into<String>) -> Self {
        let line = 1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count();
        Self { file: String::new(), line: Some(line), reason: reason.into() }
    }

    /// A fault of a line.
    pub(super) fn on(line: usize, reason: impl Into<String>) -> Self {
        Self { file: String::new(), line: Some(line), reason: reason.into() }
    }

    pub(super) fn of(self, file: &str) -> Self {
        Self { file: file.to_owned(), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, reason } = self;
        match line {
            Some(line) => write!(f, "{file}:{line}: {reason}"),
            None => write!(f, "{file}: {reason}"),
        }
    }
}

impl std::error::Error for Fault {}
