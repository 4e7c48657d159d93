//! Never lost, never doubled: the outbox under crashes, lost replies, refusals, jumping clocks and two dispatchers.

mod channels;
mod faults;
mod never_lost_never_doubled;
mod season;
