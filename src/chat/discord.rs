//! The desk on Discord: payloads become requests, replies become embeds and buttons. Nothing else is decided here.
//!
//! Rules and limits are those of <https://discord.com/developers/docs>.

mod announce;
mod api;
mod asker;
mod buttons;
mod commands;
mod courier;
mod custom_id;
mod event_board;
mod events;
mod events_keeper;
mod forms;
mod gateway;
mod handler;
mod health;
mod invite;
mod kept_forms;
mod known;
mod layout;
mod limits;
mod markdown;
mod messages;
mod options;
mod recent;
mod register;
mod respond;
mod session_code;
mod session_commands;
mod sign_ins;
mod snowflake;
mod turns;
mod visibility;
mod watch;
mod words;

pub use announce::Announcing;
pub use courier::{DiscordCourier, courier};
pub use custom_id::{Button, Choice, DateForm, Form, Modal};
pub use event_board::{EventBoard, InStep};
pub use events::{EventAction, EventFields, ExistingEvent, Maker, Phase, WantedEvent, plan};
pub use events_keeper::EventsKeeper;
pub use gateway::{application_id, run};
pub use health::{Connection, Health};
pub use invite::invite_link;
pub use layout::{Card, CardButton, Look, Readers, Start, lay_out, lay_out_in_public};
pub use options::{DiscordError, Options, http_client};
pub use visibility::{Audience, Place, Public, Wish, audience, in_public};
