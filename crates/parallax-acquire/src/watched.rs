//! A reader that tells how many bytes came through it.

use std::io::{self, Read};

/// Tells of every read.
pub(crate) struct Watched<R, W> {
    inner: R,
    watch: W,
}

impl<R: Read, W: Fn(u64)> Watched<R, W> {
    pub(crate) fn new(inner: R, watch: W) -> Self {
        Self { inner, watch }
    }
}

impl<R: Read, W: Fn(u64)> Read for Watched<R, W> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        (self.watch)(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::Watched;
    use std::{cell::Cell, io::Read};

    #[test]
    fn every_byte_is_told_of() {
        let told = Cell::new(0);
        let mut reader =
            Watched::new([7_u8; 1000].as_slice(), |bytes| told.set(told.get() + bytes));
        let mut read = Vec::new();
        reader.read_to_end(&mut read).unwrap();
        assert_eq!((told.get(), read.len()), (1000, 1000));
    }
}
