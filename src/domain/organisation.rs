//! What only the municipality knows: its people, addresses, and forms.

use std::collections::BTreeMap;

use super::language::{Language, PerLanguage};

/// Every key that an article may name in a placeholder `{{key|words}}`.
pub const KEYS: &[&str] = &[
    "municipality.name",
    "municipality.languages",
    "dpo.name",
    "dpo.email",
    "dpo.phone",
    "dpo.deputy",
    "dpo.shared_with",
    "infosec.contact",
    "helpdesk.phone",
    "helpdesk.hours",
    "oncall.phone",
    "incident.channel",
    "incident.internal_form",
    "crisis.leader",
    "crisis.deputy",
    "registry.address",
    "registry.email",
    "secure_mail.url",
    "request.own_data.form",
    "request.document.form",
    "request.decider_by_sector",
    "identification.methods",
    "fees.price_list.url",
    "privacy_notices.url",
    "publicity_description.url",
    "controllers",
    "hr.own_data.contact",
    "wellbeing_county.name",
    "wellbeing_county.log_request.url",
    "wellbeing_county.records_request.url",
    "nis2.units",
    "nis2.supervisor",
    "policies.ai.url",
    "policies.email.url",
    "policies.devices.url",
    "policies.remote.url",
    "nine_challenges.pdf",
    "nine_challenges.text",
    "administrative_court",
];

/// A value that may differ between languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalText {
    /// The same in all languages.
    Same(String),
    /// Where one language is missing, another's serves.
    Each(PerLanguage<Option<String>>),
}

impl LocalText {
    /// The value in a language, or else in any.
    pub fn get(&self, language: Language) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::Each(texts) => {
                let own = texts.get(language).as_deref();
                own.or_else(|| texts.0.iter().find_map(Option::as_deref))
            }
        }
    }
}

/// The municipality's own facts; empty until an admin fills them in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Values by a key of [`KEYS`].
    pub values: BTreeMap<&'static str, LocalText>,
    /// Whether the municipality is on Åland, where two of the mainland's laws do not apply.
    pub region: Region,
}

impl Organisation {
    /// The value of a key in a language.
    pub fn get(&self, key: &str, language: Language) -> Option<&str> {
        self.values.get(key)?.get(language)
    }
}

/// Which law of the land applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Region {
    /// Mainland Finland.
    #[default]
    Mainland,
    /// Åland, with an openness act of its own (2021:79).
    Aland,
}
