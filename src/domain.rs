//! Pure values: no I/O, no clock, no platform, nothing that waits.

pub mod article;
pub mod asker;
pub mod delivery;
pub mod holiday;
pub mod inbound;
pub mod language;
pub mod organisation;
pub mod personal_data;
pub mod problem;
pub mod prose;
pub mod reply;
pub mod session;
pub mod target;
pub mod tenths;
pub mod topic;

pub use article::{Article, Deadline, Section, SectionId, Source, Status};
pub use asker::{Asker, Role};
pub use delivery::{Delivery, DeliveryId, Key, Reason, Stamp, State};
pub use inbound::{Carrier, Inbound, LanguageHints, Request};
pub use language::Language;
pub use organisation::Organisation;
pub use problem::{Place, Problem, ProblemKind, Severity};
pub use prose::{Block, Prose, Span, Style};
pub use reply::{Action, Attachment, Discretion, Reply, ReplyKind};
pub use target::{Target, TargetKind};
pub use tenths::Tenths;
pub use topic::{TopicId, TopicKind};
