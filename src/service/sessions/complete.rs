//! Series, dates and networks to choose from while a person types.

use jiff::{SignedDuration, Timestamp};

use crate::desk::{Sessions, Suggestion};
use crate::domain::session::{DateRef, Network, Occurrence, Series, SeriesRef, SeriesState};
use crate::domain::{Asker, Language, TopicId};
use crate::l10n::Message;
use crate::service::Service;

/// Dates lie at most so far ahead; a series that pauses for longer is looked up by its preview.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 400);
/// A recap is written soon after its session.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 14);

impl Service {
    /// Up to `limit` networks that are meant by what was typed. The value is the id.
    pub fn complete_networks(&self, typed: &str, language: Language, limit: usize) -> Vec<Suggestion> {
        let sessions = self.sessions();
        let networks = sessions.networks.iter().filter(|network| is_meant(network, typed));
        let suggestions = networks.map(|network| Suggestion {
            label: network.name(language).to_owned(),
            term: network.id.to_string(),
        });
        suggestions.take(limit).collect()
    }

    /// The network that a person names by its id, its name or the beginning of it; the only one where nothing is typed.
    pub fn network_meant(&self, typed: &str) -> Option<TopicId> {
        let sessions = self.sessions();
        network_of(&sessions.networks, typed).map(|network| network.id.clone())
    }

    /// The series that a text names by its number, or those in force that it names by their network, among those that the
    /// asker may change; all in force where it is empty. Drafts are not among them.
    pub fn series_meant<'a>(
        &self,
        sessions: &'a Sessions,
        wanted: &SeriesRef,
        asker: &Asker,
    ) -> Vec<&'a Series> {
        series_meant(sessions, &wanted.0, asker).collect()
    }

    /// Up to `limit` series that the asker may change, for what was typed, at `now`. The value
    /// is the number, as a `SeriesRef` takes it.
    pub fn complete_series(
        &self,
        typed: &str,
        asker: &Asker,
        language: Language,
        limit: usize,
        now: Timestamp,
    ) -> Vec<Suggestion> {
        let sessions = self.sessions();
        let mut series: Vec<_> = hosted(&sessions, asker).collect();
        // What has ended is only looked at for its receipts.
        series.sort_by_key(|(series, _)| (series.state == SeriesState::Ended, series.id));
        let suggestions = series.into_iter().filter_map(|(series, network)| {
            let next = series.occurrences(now, after(now, AHEAD)).into_iter().find(|one| !one.is_skipped);
            let mut label = network.name(language).to_owned();
            for part in [
                series.about.clone(),
                next.map(|next| self.say(language, &Message::SessionStart { moment: next.start })),
            ] {
                label.extend(part.iter().flat_map(|part| [" · ", part.as_str()]));
            }
            let term = series.id.to_string();
            let is_wanted =
                is_meant(network, typed) || holds(&label, typed) || term.starts_with(typed.trim());
            is_wanted.then_some(Suggestion { label, term })
        });
        suggestions.take(limit).collect()
    }

    /// Up to `limit` dates of a series for what was typed, from two weeks before `now` on.
    /// The value is the original start, as a `DateRef` takes it.
    pub fn complete_dates(
        &self,
        series: &str,
        typed: &str,
        asker: &Asker,
        language: Language,
        limit: usize,
        now: Timestamp,
    ) -> Vec<Suggestion> {
        let sessions = self.sessions();
        let mut dates: Vec<Occurrence> = series_meant(&sessions, series, asker)
            .flat_map(|series| series.occurrences(before(now, BACK), after(now, AHEAD)))
            .collect();
        // What comes is meant more often than what has been, the nearest first.
        dates.sort_by_key(|date| (date.ends_at < now, (date.starts_at - now).abs()));
        self.suggested_dates(dates, typed, language, limit)
    }

    /// Up to `limit` coming dates of a network that anybody may know of, for what was typed, at `now`.
    pub fn complete_coming(
        &self,
        network: &str,
        typed: &str,
        language: Language,
        limit: usize,
        now: Timestamp,
    ) -> Vec<Suggestion> {
        let sessions = self.sessions();
        let network = network_of(&sessions.networks, network).map(|network| &network.id);
        let is_open =
            |series: &&Series| series.state == SeriesState::Active && Some(&series.network) == network;
        let coming = sessions.series.iter().filter(is_open);
        let mut dates: Vec<Occurrence> =
            coming.flat_map(|series| series.occurrences(now, after(now, AHEAD))).collect();
        dates.retain(|date| !date.is_skipped);
        dates.sort_by_key(|date| date.starts_at);
        self.suggested_dates(dates, typed, language, limit)
    }

    fn suggested_dates(
        &self,
        dates: Vec<Occurrence>,
        typed: &str,
        language: Language,
        limit: usize,
    ) -> Vec<Suggestion> {
        let suggestions = dates.into_iter().filter_map(|date| {
            let mut label = self.say(language, &Message::SessionStart { moment: date.start });
            label.extend(date.topic.iter().flat_map(|topic| [" · ", topic.as_str()]));
            let term = DateRef::of(date.series, date.original).date;
            let is_wanted = holds(&label, typed) || term.starts_with(typed.trim());
            is_wanted.then_some(Suggestion { label, term })
        });
        suggestions.take(limit).collect()
    }
}

/// The series that a text names by its number, or those in force that it names by their network, among those that the asker may
/// change; all in force where nothing is typed. A draft is not among them, for only its own preview speaks of it.
pub(super) fn series_meant<'a>(
    sessions: &'a Sessions,
    typed: &str,
    asker: &Asker,
) -> impl Iterator<Item = &'a Series> {
    let number: Option<i64> = typed.trim().parse().ok();
    let network = network_of(&sessions.networks, typed).map(|network| network.id.clone());
    let is_empty = typed.trim().is_empty();
    hosted(sessions, asker).map(|(series, _)| series).filter(move |series| match number {
        Some(number) => series.id.0 == number,
        None if series.state == SeriesState::Ended => false,
        None => is_empty || network.as_ref() == Some(&series.network),
    })
}

/// Every series that is no draft and that the asker may change, with its network.
fn hosted<'a>(sessions: &'a Sessions, asker: &Asker) -> impl Iterator<Item = (&'a Series, &'a Network)> {
    let asker = asker.clone();
    sessions.series.iter().filter(|series| series.state != SeriesState::Draft).filter_map(move |series| {
        let network = sessions.networks.iter().find(|network| network.id == series.network)?;
        asker.may_host(network).then_some((series, network))
    })
}

/// The network that a text names in full, else the only one that it may mean.
fn network_of<'a>(networks: &'a [Network], typed: &str) -> Option<&'a Network> {
    let plain = folded(typed);
    let in_full = networks.iter().find(|network| {
        network.id.as_str() == plain
            || Language::ALL.iter().any(|language| folded(network.name(*language)) == plain)
    });
    in_full.or_else(|| {
        let mut meant = networks.iter().filter(|network| is_meant(network, typed));
        meant.next().filter(|_| meant.next().is_none())
    })
}

/// Whether what was typed is a part of a network's id or of one of its names.
fn is_meant(network: &Network, typed: &str) -> bool {
    holds(network.id.as_str(), typed)
        || Language::ALL.iter().any(|language| holds(network.name(*language), typed))
}

fn holds(text: &str, typed: &str) -> bool {
    folded(text).contains(&folded(typed))
}

fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

fn after(moment: Timestamp, time: SignedDuration) -> Timestamp {
    moment.checked_add(time).unwrap_or(Timestamp::MAX)
}

fn before(moment: Timestamp, time: SignedDuration) -> Timestamp {
    moment.checked_sub(time).unwrap_or(Timestamp::MIN)
}
