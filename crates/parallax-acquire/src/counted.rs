//! A reader that knows how many stored bytes it has given.

use std::io::{self, BufRead, Read};

/// Counts what is consumed.
pub(crate) struct Counted<R> {
    inner: R,
    position: u64,
}

impl<R: BufRead> Counted<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, position: 0 }
    }

    /// The same, of a part of a file: what stands before it counts as given.
    pub(crate) fn starting_at(inner: R, position: u64) -> Self {
        Self { inner, position }
    }

    /// How many bytes have been consumed.
    pub(crate) fn position(&self) -> u64 {
        self.position
    }
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let given = self.inner.fill_buf()?.read(into)?;
        self.consume(given);
        Ok(given)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.position += u64::try_from(amount).expect("a length fits in 64 bits");
        self.inner.consume(amount);
    }
}
