//! Ledord, the answer desk for digital security in a municipality.
//!
//! Modules in reading order; ARCHITECTURE.md tells who may depend on whom, and a test holds them to it.

pub mod app;
pub mod chat;
pub mod cli;
pub mod clock;
pub mod config;
pub mod desk;
pub mod domain;
pub mod http;
pub mod knowledge;
pub mod l10n;
pub mod outbox;
pub mod search;
pub mod service;
pub mod snapshot;
pub mod store;
pub mod telemetry;
