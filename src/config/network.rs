//! `[[network]]`: networks of peers whose sessions are announced here; and `[sessions]`.

use std::cmp::Reverse;

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use super::organisation::Text;
use crate::domain::language::PerLanguage;
use crate::domain::session::{Lead, Network, Person};
use crate::domain::{Language, Target, TopicId};

/// When reminders go out where nothing else is said: time to plan, to remember and to join.
const DEFAULT_LEADS: [Lead; 3] = [Lead::Days(7), Lead::Days(1), Lead::Minutes(15)];
/// A working week before a session its host still has time to find another day.
const DEFAULT_CONFIRM_DAYS: u16 = 5;
/// A question earlier than this is forgotten again before the session.
const MAX_CONFIRM_DAYS: u16 = 31;

/// `[sessions]`: what concerns the sessions of every network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct SessionsConfig {
    /// Who is told when a reminder could not be sent and no host can be reached. Default: nobody.
    #[serde(skip_serializing_if = "Vec::is_empty", with = "as_texts")]
    pub admins: Vec<Target>,
}

/// A network of peers whose sessions are announced here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkConfig {
    /// Its id; that of the article about it, where there is one.
    #[serde(deserialize_with = "topic_id", serialize_with = "as_text::serialize")]
    pub id: TopicId,
    /// What it is called.
    pub name: Text,
    /// The language of its announcements.
    #[serde(with = "as_text")]
    pub language: Language,
    /// Who announces its sessions and is asked before each. Default: nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<PersonConfig>,
    /// Who is asked when no host replies. Default: nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deputies: Vec<PersonConfig>,
    /// Where its reminders go. Default: nowhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "as_texts")]
    pub targets: Vec<Target>,
    /// Where a reminder goes that its own channel refuses. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "as_optional_text")]
    pub fallback: Option<Target>,
    /// Where to join, for sessions that have no link of their own. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// How long before a session reminders go out. Default: 7 days, 1 day and 15 minutes.
    #[serde(default = "default_leads", with = "as_texts")]
    pub leads: Vec<Lead>,
    /// How many days before a session its host is asked whether it is still on; 0: never. Default: 5.
    #[serde(default = "default_confirm_days", deserialize_with = "confirm_days")]
    pub confirm_days: u16,
}

/// Somebody with a part in a network.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PersonConfig {
    /// What people call them.
    pub name: String,
    /// A user, or a role that several hold.
    #[serde(with = "as_text")]
    pub id: Target,
}

impl NetworkConfig {
    /// The network as the desk knows it.
    pub fn to_domain(&self) -> Network {
        let names = self.name.to_domain();
        let people = |people: &[PersonConfig]| {
            people.iter().map(|person| Person { name: person.name.clone(), id: person.id.clone() }).collect()
        };
        let mut leads = self.leads.clone();
        leads.sort_unstable_by_key(|lead| Reverse(*lead));
        leads.dedup();
        Network {
            id: self.id.clone(),
            names: PerLanguage::from_fn(|language| {
                names.get(language).unwrap_or(self.id.as_str()).to_owned()
            }),
            hosts: people(&self.hosts),
            deputies: people(&self.deputies),
            language: self.language,
            targets: self.targets.clone(),
            fallback: self.fallback.clone(),
            link: self.link.clone().filter(|link| !link.trim().is_empty()),
            leads,
            confirm_days: self.confirm_days,
        }
    }
}

fn default_leads() -> Vec<Lead> {
    DEFAULT_LEADS.to_vec()
}

const fn default_confirm_days() -> u16 {
    DEFAULT_CONFIRM_DAYS
}

/// Reads the networks; two with one id would mix up their sessions.
pub(super) fn each_once<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<NetworkConfig>, D::Error> {
    let networks = Vec::<NetworkConfig>::deserialize(from)?;
    for (place, network) in networks.iter().enumerate() {
        if networks.iter().skip(place + 1).any(|other| other.id == network.id) {
            return Err(D::Error::custom(format!(
                "two [[network]] tables have the id `{}`: give each its own",
                network.id
            )));
        }
    }
    Ok(networks)
}

fn topic_id<'de, D: Deserializer<'de>>(from: D) -> Result<TopicId, D::Error> {
    let text = String::deserialize(from)?;
    TopicId::parse(&text).ok_or_else(|| {
        D::Error::custom(format!(
            "`{text}` is no id of a network: use small letters, digits and single hyphens"
        ))
    })
}

fn confirm_days<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let days = u16::deserialize(from)?;
    if days > MAX_CONFIRM_DAYS {
        return Err(D::Error::custom(format!("{days} days is too early to ask: at most {MAX_CONFIRM_DAYS}")));
    }
    Ok(days)
}

/// Values that are written as text.
mod as_text {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<T: Display, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(value)
    }

    pub(super) fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<T, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// Lists of values that are written as text.
mod as_texts {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<T: Display, S: Serializer>(values: &[T], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(values.iter().map(T::to_string))
    }

    pub(super) fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<T>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        texts.iter().map(|text| text.parse().map_err(D::Error::custom)).collect()
    }
}

/// A value that is written as text, or missing.
mod as_optional_text {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserializer, Serializer};

    #[allow(clippy::ref_option, reason = "serde hands over a reference to the field")]
    pub(super) fn serialize<T: Display, S: Serializer>(value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => to.collect_str(value),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<T>, D::Error> {
        super::as_text::deserialize(from).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::config::Config;
    use crate::domain::Language;
    use crate::domain::session::Lead;

    const NETWORK: &str = "[[network]]\nid = \"digifika\"\nname = { sv = \"Digifika\", fi = \"Digikahvit\" }\n\
        language = \"sv\"\nhosts = [{ name = \"Värden\", id = \"discord:user:1\" }]\nleads = [\"15m\", \"1d\"]\n";

    #[test]
    fn a_network_is_read_with_its_defaults_and_printed_back_the_same() {
        let config = Config::parse(NETWORK, Path::new("a.toml")).unwrap();
        let network = config.network.first().unwrap().to_domain();
        assert_eq!(network.name(Language::Finnish), "Digikahvit");
        assert_eq!(network.name(Language::English), "Digifika", "another language serves");
        assert_eq!(network.leads, [Lead::Days(1), Lead::Minutes(15)], "the longest first");
        assert_eq!(network.confirm_days, 5);
        let printed = config.to_toml().unwrap();
        assert_eq!(Config::parse(&printed, Path::new("b.toml")).unwrap(), config, "{printed}");
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        let check = |from: &str, to: &str, expected: &str| {
            let error =
                Config::parse(&NETWORK.replace(from, to), Path::new("a.toml")).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check("discord:user:1", "anna", "`anna` is no receiver");
        check("\"15m\"", "\"soon\"", "`soon` is no time before a session");
        check("digifika", "Digi Fika", "`Digi Fika` is no id of a network");
        check("language = \"sv\"", "language = \"se\"", "unknown language `se`");
        check("language = \"sv\"", "language = \"sv\"\nconfirm_days = 90", "90 days is too early");
        let twice = format!("{NETWORK}\n{NETWORK}");
        let error = Config::parse(&twice, Path::new("a.toml")).unwrap_err().to_string();
        assert!(error.contains("two [[network]] tables have the id `digifika`"), "{error}");
    }
}
