//! The bot on Discord, against a fake on the loopback whose every request passes judges that nobody here wrote.

mod connection;
mod courier;
mod delivery;
mod events;
mod flows;
mod forms;
mod judges;
mod looks;
mod program;
mod sessions;
