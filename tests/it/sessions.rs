//! Sessions of networks: what hosts change, what people are told, and in which words.

mod change;
mod following;
mod lookup;
mod notices;
mod planning;
mod public;
mod stage;
mod words;
