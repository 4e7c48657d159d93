//! The platforms through which people talk with the desk: from their wire to requests, from replies to their layout.

pub mod console;
pub mod discord;
