//! Where the store is.

use std::fmt;
use std::path::PathBuf;

use secrecy::SecretString;

/// Where the store is.
#[derive(Clone)]
pub enum Location {
    /// A file of SQLite.
    File(PathBuf),
    /// In memory, for rehearsals and tests: gone when it is closed.
    Memory,
    /// A server of PostgreSQL.
    Server {
        /// `postgres://…`, perhaps with a password.
        url: SecretString,
        /// The password, where the URL has none.
        password: Option<SecretString>,
    },
}

/// By hand, so that no password can slip into it.
impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Memory => f.write_str("Memory"),
            Self::Server { .. } => f.write_str("Server"),
        }
    }
}
