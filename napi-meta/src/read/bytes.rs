//! Bytes that are read from front to back.

use super::error::Problem;

pub(super) struct Bytes<'a> {
    rest: &'a [u8],
    length: usize,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, length: bytes.len() }
    }

    pub(super) fn position(&self) -> usize {
        self.length - self.rest.len()
    }

    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// Skips what linkers put between records; `false` at the end.
    pub(super) fn skip_zeros(&mut self) -> bool {
        let zeros = self.rest.iter().take_while(|byte| **byte == 0).count();
        self.rest = self.rest.get(zeros..).unwrap_or_default();
        !self.rest.is_empty()
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Problem> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Problem::End)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Problem> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Problem::End)?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Problem> {
        self.array().map(|[byte]| byte)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Problem> {
        self.array().map(u32::from_le_bytes)
    }

    /// As many bytes as the four before them say.
    pub(super) fn prefixed(&mut self) -> Result<Self, Problem> {
        let length = usize::try_from(self.u32()?).map_err(|_| Problem::End)?;
        self.take(length).map(Self::new)
    }

    /// As many bytes as the two before them say.
    pub(super) fn short_prefixed(&mut self) -> Result<Self, Problem> {
        let length = self.array().map(u16::from_le_bytes)?;
        self.take(length.into()).map(Self::new)
    }

    /// All that is left, as text.
    pub(super) fn text(self) -> Result<&'a str, Problem> {
        core::str::from_utf8(self.rest).map_err(|_| Problem::Utf8)
    }
}
