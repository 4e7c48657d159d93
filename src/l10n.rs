//! Every word that a person sees, in three languages; the only user of Fluent.

mod catalog;
mod dates;
mod message;
mod problems;

pub use catalog::{Catalog, CatalogError};
pub use message::{Message, ToTheSecond};
pub use problems::problem_message;
