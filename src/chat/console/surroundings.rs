//! What the console needs of the world around it.

use std::io;

use crate::clock::Clock;
use crate::domain::{Attachment, Inbound, Reply};
use crate::service::Service;

/// Saves a file, and says under which name.
pub(super) type Save<'a> = Box<dyn Fn(&Attachment) -> io::Result<String> + 'a>;

/// What the console asks of whoever started it, for it neither waits nor touches files itself.
pub struct Surroundings<'a> {
    /// Answers a request, and waits until what it changes is kept.
    pub serve: Box<dyn Fn(&Inbound) -> Reply + 'a>,
    /// Saves a file that comes along with a reply, and says under which name.
    pub save: Save<'a>,
}

impl std::fmt::Debug for Surroundings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Surroundings").finish_non_exhaustive()
    }
}

impl<'a> Surroundings<'a> {
    /// A desk without a store, and no place for files.
    pub fn none(service: &'a Service) -> Self {
        Self {
            serve: Box::new(|inbound| service.answer(inbound, Clock::System.now())),
            save: Box::new(|_| Err(io::ErrorKind::Unsupported.into())),
        }
    }
}
