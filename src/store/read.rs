//! Reads values of the domain from rows. What cannot be read is an error: nothing is guessed.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::StoreError;
use super::database::Row;
use crate::domain::TopicId;

/// A column holds what this program cannot have written. Its content stays out of the error: it may be a person's words.
#[derive(Debug, thiserror::Error)]
#[error("the column `{column}` holds something unreadable")]
struct Unreadable {
    column: &'static str,
}

/// The columns of a row, read as what they are.
impl Row {
    pub(super) fn int(&self, column: &'static str) -> Result<i64, StoreError> {
        present(self.number(column)?, column)
    }

    pub(super) fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    pub(super) fn maybe_instant(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        let instant = |ms| present(Timestamp::from_millisecond(ms).ok(), column);
        self.number(column)?.map(instant).transpose()
    }

    pub(super) fn instant(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        present(self.maybe_instant(column)?, column)
    }

    pub(super) fn word(&self, column: &'static str) -> Result<String, StoreError> {
        present(self.text(column)?, column)
    }

    pub(super) fn maybe_parsed<T: FromStr>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        self.text(column)?.map(|text| present(text.parse().ok(), column)).transpose()
    }

    pub(super) fn parsed<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        present(self.maybe_parsed(column)?, column)
    }

    /// Several values, separated by blanks.
    pub(super) fn list<T: FromStr>(&self, column: &'static str) -> Result<Vec<T>, StoreError> {
        let text = self.word(column)?;
        text.split_whitespace().map(|part| present(part.parse().ok(), column)).collect()
    }

    /// A value that one of our own functions reads.
    pub(super) fn known<T>(
        &self,
        column: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        present(read(&self.word(column)?), column)
    }

    pub(super) fn topic(&self, column: &'static str) -> Result<TopicId, StoreError> {
        self.known(column, TopicId::parse)
    }

    pub(super) fn zone(&self, column: &'static str) -> Result<TimeZone, StoreError> {
        self.known(column, |name| TimeZone::get(name).ok())
    }
}

fn present<T>(value: Option<T>, column: &'static str) -> Result<T, StoreError> {
    value.ok_or_else(|| StoreError::Failed { source: Unreadable { column }.into() })
}
