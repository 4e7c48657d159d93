//! Every word that a person sees, in three languages; the only user of Fluent.

mod argument;
mod catalog;
mod dates;
mod define;
mod message;
mod problem_words;
mod problems;

pub use argument::ToTheSecond;
pub use catalog::{Catalog, CatalogError};
pub use dates::tenths;
pub use message::Message;
pub use problem_words::ProblemMessage;
pub use problems::problem_message;
