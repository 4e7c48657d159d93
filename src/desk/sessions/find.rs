//! Which network, series and date somebody means, and whether they may change it.

use jiff::SignedDuration;
use jiff::civil::{self, DateTime};

use super::voice::{Date, Voice, coming, hosts, labelled};
use crate::desk::typed;
use crate::domain::personal_data::{self, PersonalData};
use crate::domain::session::{
    DateRef, Network, Occurrence, Series, SeriesId, SeriesRef, SeriesState, SessionRequest,
};
use crate::domain::{Asker, Reply, ReplyKind, Target};
use crate::l10n::Message;

/// So many dates are offered where one must be chosen.
const CHOICES: usize = 5;
/// How far back a session is looked for that has begun: the longest that a recap may wait.
const BEGUN_WITHIN: SignedDuration = SignedDuration::from_hours(24 * 62);
/// A day in any zone lies within so much of itself in another.
const AROUND_A_DAY: SignedDuration = SignedDuration::from_hours(48);

/// Somebody who asks, in their language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) voice: Voice<'a>,
    pub(super) asker: &'a Asker,
}

/// Who may ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// Hosts and deputies of the network, and admins.
    Hosts,
    /// Anyone, of what is in force.
    Anyone,
}

/// Which date is meant where none is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unnamed {
    /// The next one that takes place.
    Next,
    /// The last one that has begun.
    Begun,
}

impl<'a> Asked<'a> {
    fn networks(&self) -> &'a [Network] {
        &self.voice.sessions().networks
    }

    /// Whether the asker may announce; a refusal says who can.
    pub(super) fn permit(&self, network: &Network, right: Right) -> Result<(), Box<Reply>> {
        if right == Right::Anyone || self.asker.may_host(network) {
            return Ok(());
        }
        let name = network.name(self.voice.language);
        Err(match hosts(network) {
            Some(hosts) => self.voice.no(&Message::SessionsHostsOnly { network: name, hosts: &hosts }),
            None => self.voice.no(&Message::SessionsAdminOnly { network: name }),
        })
    }

    /// Who asks; on a platform that knows nobody, the first host stands for them.
    pub(super) fn person_or_host(&self, network: &Network) -> Result<Target, Box<Reply>> {
        let host = || network.hosts.first().map(|host| host.id.clone());
        let person = self.asker.person().cloned();
        person.or_else(host).ok_or_else(|| self.voice.no(&Message::SessionsWhoAreYou))
    }

    /// Texts that are to be kept and shown must hold no identity code.
    pub(super) fn without_identity_code<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Result<(), Box<Reply>> {
        let holds_code = |text: &str| personal_data::guard(text).found.contains(&PersonalData::IdentityCode);
        if texts.into_iter().any(holds_code) {
            return Err(self.voice.no(&Message::SessionsIdentityCode));
        }
        Ok(())
    }

    /// The network by its id, with or without `net-`, by its name in any language, or by the only beginning that fits. Empty:
    /// the only one of the asker.
    pub(super) fn network(
        &self,
        text: &str,
        right: Right,
        again: &dyn Fn(String) -> SessionRequest,
    ) -> Result<&'a Network, Box<Reply>> {
        let wanted = text.trim().to_lowercase();
        let mine = |network: &&Network| right == Right::Anyone || self.asker.may_host(network);
        let found: Vec<&'a Network> = if wanted.is_empty() {
            self.networks().iter().filter(mine).collect()
        } else {
            let whole: Vec<_> =
                self.networks().iter().filter(|one| names(one).any(|name| name == wanted)).collect();
            let begun = || {
                let begins = |one: &&Network| names(one).any(|name| name.starts_with(&wanted));
                self.networks().iter().filter(begins).collect()
            };
            if whole.is_empty() { begun() } else { whole }
        };
        match found.as_slice() {
            [one] => Ok(one),
            [] if wanted.is_empty() && self.networks().is_empty() => {
                Err(self.voice.no(&Message::SessionsNoNetworks))
            }
            [] if wanted.is_empty() => Err(self.voice.no(&Message::SessionsNotAHost)),
            [] => {
                let known = self.networks().iter();
                Err(self.choose(&Message::SessionsUnknownNetwork { name: text.trim() }, known, again))
            }
            several => Err(self.choose(&Message::SessionsWhichNetwork, several.iter().copied(), again)),
        }
    }

    fn choose<'n>(
        &self,
        words: &Message<'_>,
        networks: impl Iterator<Item = &'n Network>,
        again: &dyn Fn(String) -> SessionRequest,
    ) -> Box<Reply> {
        let mut reply = self.voice.said(ReplyKind::DidYouMean, words);
        let choice =
            |one: &Network| labelled(one.name(self.voice.language).to_owned(), again(one.id.to_string()));
        reply.actions = networks.take(CHOICES).map(choice).collect();
        Box::new(reply)
    }

    /// The series by its number or its network. Empty: the only one of the asker.
    pub(super) fn series(
        &self,
        wanted: &SeriesRef,
        right: Right,
        again: &dyn Fn(SeriesRef) -> SessionRequest,
    ) -> Result<(&'a Series, &'a Network), Box<Reply>> {
        let text = wanted.0.trim();
        let sessions = self.voice.sessions();
        let numbered = text.parse().ok().and_then(|number| sessions.series_numbered(SeriesId(number)));
        if let Some(series) = numbered {
            let network = sessions.network(&series.network).ok_or_else(|| {
                let network = series.network.as_str();
                self.voice.no(&Message::SessionsNetworkGone { network })
            })?;
            self.permit(network, right)?;
            if right == Right::Hosts || !matches!(series.state, SeriesState::Draft) {
                return Ok((series, network));
            }
        }
        let network = if text.is_empty() {
            None
        } else {
            let network = self.network(text, Right::Anyone, &|id| again(SeriesRef(id)))?;
            self.permit(network, right)?;
            Some(network)
        };
        let in_force = |series: &&Series| match series.state {
            SeriesState::Active => true,
            SeriesState::Paused => right == Right::Hosts,
            SeriesState::Draft | SeriesState::Ended => false,
        };
        let found: Vec<(&'a Series, &'a Network)> = sessions
            .series
            .iter()
            .filter(in_force)
            .filter_map(|series| Some((series, sessions.network(&series.network)?)))
            .filter(|(_, of)| match network {
                Some(network) => of.id == network.id,
                None => right == Right::Anyone || self.asker.may_host(of),
            })
            .collect();
        match (found.as_slice(), network) {
            ([one], _) => Ok(*one),
            ([], Some(network)) => {
                let network = network.name(self.voice.language);
                Err(self.voice.no(&Message::SessionsNone { network }))
            }
            ([], None) => Err(self.voice.no(&Message::SessionsNothingYours)),
            (several, _) => {
                let mut reply = self.voice.said(ReplyKind::DidYouMean, &Message::SessionsWhichSeries);
                let choice = |(series, _): &(&Series, &Network)| {
                    labelled(self.voice.series_line(series), again(series.id.into()))
                };
                reply.actions = several.iter().take(CHOICES).map(choice).collect();
                Err(Box::new(reply))
            }
        }
    }

    /// A series in force whose dates may be changed.
    pub(super) fn in_force(
        &self,
        wanted: &SeriesRef,
        again: &dyn Fn(SeriesRef) -> SessionRequest,
    ) -> Result<(&'a Series, &'a Network), Box<Reply>> {
        let (series, network) = self.series(wanted, Right::Hosts, again)?;
        self.is_saved(series)?;
        if series.state == SeriesState::Ended {
            let network = network.name(self.voice.language);
            return Err(self.voice.no(&Message::SessionsAlreadyEnded { network }));
        }
        Ok((series, network))
    }

    fn is_saved(&self, series: &Series) -> Result<(), Box<Reply>> {
        if series.state != SeriesState::Draft {
            return Ok(());
        }
        let mut reply = self.voice.no(&Message::SessionsNotSaved);
        reply.actions.push(self.voice.action(&Message::ButtonSave, SessionRequest::Save(series.id)));
        Err(reply)
    }

    /// The date by its original start or its day. Empty: the next one, or the last one that has begun.
    pub(super) fn date(
        &self,
        wanted: &DateRef,
        right: Right,
        unnamed: Unnamed,
        again: &dyn Fn(DateRef) -> SessionRequest,
    ) -> Result<Date<'a>, Box<Reply>> {
        let of_series = |series| again(DateRef { series, date: wanted.date.clone() });
        let (series, network) = self.series(&wanted.series, right, &of_series)?;
        self.is_saved(series)?;
        let now = self.voice.world.now;
        let text = wanted.date.trim();
        let found = if text.is_empty() {
            let begun = || {
                let from = now.saturating_sub(BEGUN_WITHIN).unwrap_or(now);
                let dates = series.occurrences(from, now);
                dates.into_iter().rfind(|date| !date.is_skipped && date.starts_at <= now)
            };
            match unnamed {
                Unnamed::Next => coming(series, now, CHOICES).into_iter().find(|date| !date.is_skipped),
                Unnamed::Begun => begun(),
            }
        } else {
            named(series, text, unnamed, self.voice.world.today())
        };
        if let Some(occurrence) = found {
            return Ok(Date { series, network, occurrence });
        }
        let name = network.name(self.voice.language);
        let coming = coming(series, now, CHOICES);
        let words = match (coming.is_empty(), text.is_empty()) {
            (true, _) => Message::SessionsPast { network: name },
            (false, true) => Message::SessionsWhichDate { network: name },
            (false, false) => Message::SessionsNoSuchDate { network: name, date: text },
        };
        let mut reply = self.voice.said(ReplyKind::DidYouMean, &words);
        reply.actions = coming
            .iter()
            .map(|date| {
                let label = self.voice.say(&Message::SessionStart { moment: date.start });
                labelled(label, again(DateRef::of(series.id, date.original)))
            })
            .collect();
        Err(Box::new(reply))
    }
}

/// Everything that a network is called, in lower case.
fn names(network: &Network) -> impl Iterator<Item = String> + '_ {
    let id = network.id.as_str();
    let ids = [Some(id), id.strip_prefix("net-")].into_iter().flatten();
    ids.chain(network.names.0.iter().map(String::as_str)).map(str::to_lowercase)
}

/// The date that a text names, ahead or behind as the request has it: by its original start, else by the day on which it takes place or was to.
fn named(series: &Series, text: &str, unnamed: Unnamed, today: civil::Date) -> Option<Occurrence> {
    if let Some(original) = text.contains('T').then(|| text.parse::<DateTime>().ok()).flatten() {
        return series.occurrence(original);
    }
    let day = match unnamed {
        Unnamed::Next => typed::date(text, today),
        Unnamed::Begun => typed::latest_date(text, today),
    };
    let day = day.ok()?;
    let noon = series.zone.to_timestamp(day.at(12, 0, 0, 0)).ok()?;
    let from = noon.saturating_sub(AROUND_A_DAY).ok()?;
    let around = series.occurrences(from, noon.saturating_add(AROUND_A_DAY).ok()?);
    let takes_place = around.iter().find(|date| date.start.date() == day && !date.is_skipped);
    let found = takes_place.or_else(|| around.iter().find(|date| date.start.date() == day));
    found.or_else(|| around.iter().find(|date| date.original.date() == day)).cloned()
}
