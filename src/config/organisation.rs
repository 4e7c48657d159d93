//! `[organisation]`: what only the municipality knows.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::domain::language::PerLanguage;
use crate::domain::organisation::{LocalText, Region};
use crate::domain::{Language, Organisation};

/// A text that is the same in all languages, or one for each.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged, expecting = "expected text, or { sv = \"…\", fi = \"…\", en = \"…\" }")]
pub enum Text {
    /// `key = "text"`.
    Same(String),
    /// `key = { sv = "text", fi = "teksti", en = "text" }`.
    Each(Languages),
}

/// A text for each language; where one is missing, another serves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Languages {
    /// Swedish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sv: Option<String>,
    /// Finnish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fi: Option<String>,
    /// English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// The text as the desk knows it; an empty one counts as missing.
    pub(super) fn to_domain(&self) -> LocalText {
        match self {
            Self::Same(text) => LocalText::Same(text.clone()),
            Self::Each(each) => {
                let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
                LocalText::Each(PerLanguage([filled(&each.sv), filled(&each.fi), filled(&each.en)]))
            }
        }
    }
}

/// Declares a table of texts, and which placeholder each of its keys fills.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident => $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($(#[$field_doc])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<Text>,)*
        }
        impl $name {
            fn fill(&self, values: &mut BTreeMap<&'static str, LocalText>) {
                $(fill_one($key, self.$field.as_ref(), values);)*
            }
        }
    };
}

/// Declares a table of tables.
macro_rules! tables {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
        impl $name {
            fn fill(&self, values: &mut BTreeMap<&'static str, LocalText>) { $(self.$field.fill(values);)* }
        }
    };
}

texts! {
    /// The data protection officer.
    Dpo {
        /// Name.
        name => "dpo.name",
        /// E-mail.
        email => "dpo.email",
        /// Telephone.
        phone => "dpo.phone",
        /// Who stands in.
        deputy => "dpo.deputy",
        /// Other municipalities that share the officer.
        shared_with => "dpo.shared_with",
    }
}
texts! {
    /// Information security.
    Infosec {
        /// Whom to contact.
        contact => "infosec.contact",
    }
}
texts! {
    /// IT support.
    Helpdesk {
        /// Telephone.
        phone => "helpdesk.phone",
        /// When it answers.
        hours => "helpdesk.hours",
    }
}
texts! {
    /// Who answers at night.
    Oncall {
        /// Telephone.
        phone => "oncall.phone",
    }
}
texts! {
    /// Where incidents are reported inside the house.
    Incident {
        /// Channel.
        channel => "incident.channel",
        /// Form.
        internal_form => "incident.internal_form",
    }
}
texts! {
    /// Who leads in a crisis.
    Crisis {
        /// Leader.
        leader => "crisis.leader",
        /// Deputy.
        deputy => "crisis.deputy",
    }
}
texts! {
    /// Where requests come in.
    Registry {
        /// Street address.
        address => "registry.address",
        /// E-mail.
        email => "registry.email",
    }
}
texts! {
    /// Secure mail.
    SecureMail {
        /// Address of the service.
        url => "secure_mail.url",
    }
}
texts! {
    /// A request for one's own data.
    OwnData {
        /// Form.
        form => "request.own_data.form",
    }
}
texts! {
    /// A request for a document.
    DocumentRequest {
        /// Form.
        form => "request.document.form",
    }
}
texts! {
    /// How a person may show who they are.
    Identification {
        /// What is accepted.
        methods => "identification.methods",
    }
}
texts! {
    /// What copies cost.
    PriceList {
        /// The list that the council has decided.
        url => "fees.price_list.url",
    }
}
texts! {
    /// Privacy notices.
    PrivacyNotices {
        /// Where they are.
        url => "privacy_notices.url",
    }
}
texts! {
    /// The description for document publicity (Information Management Act 906/2019, 28 §).
    PublicityDescription {
        /// Where it is.
        url => "publicity_description.url",
    }
}
texts! {
    /// An employee's own data.
    HrOwnData {
        /// Whom to ask.
        contact => "hr.own_data.contact",
    }
}
texts! {
    /// Asking who has looked at one's health and social care data.
    LogRequest {
        /// Address.
        url => "wellbeing_county.log_request.url",
    }
}
texts! {
    /// Asking for one's health and social care data.
    RecordsRequest {
        /// Address.
        url => "wellbeing_county.records_request.url",
    }
}
texts! {
    /// The rules for artificial intelligence.
    AiPolicy {
        /// Address.
        url => "policies.ai.url",
    }
}
texts! {
    /// The rules for e-mail.
    EmailPolicy {
        /// Address.
        url => "policies.email.url",
    }
}
texts! {
    /// The rules for devices.
    DevicesPolicy {
        /// Address.
        url => "policies.devices.url",
    }
}
texts! {
    /// The rules for remote work.
    RemotePolicy {
        /// Address.
        url => "policies.remote.url",
    }
}
texts! {
    /// The report of 2021 on nine challenges.
    NineChallenges {
        /// Where the report is.
        pdf => "nine_challenges.pdf",
        /// Its nine headings.
        text => "nine_challenges.text",
    }
}
tables! {
    /// What copies of documents cost.
    Fees {
        /// The price list.
        price_list: PriceList,
    }
}
tables! {
    /// Employees' own matters.
    Hr {
        /// Employees' own data.
        own_data: HrOwnData,
    }
}
tables! {
    /// Local rules for staff.
    Policies {
        /// Artificial intelligence.
        ai: AiPolicy,
        /// E-mail.
        email: EmailPolicy,
        /// Devices.
        devices: DevicesPolicy,
        /// Remote work.
        remote: RemotePolicy,
    }
}

/// The municipality itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Municipality {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its official languages, as codes.
    pub languages: Vec<String>,
    /// Whether it is on Åland.
    pub on_aland: bool,
}

/// Requests for information.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requests {
    /// For one's own data.
    pub own_data: OwnData,
    /// For a document.
    pub document: DocumentRequest,
    /// Who decides on documents, by sector.
    pub decider_by_sector: BTreeMap<String, String>,
}

/// The wellbeing services county, which holds health and social care records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct WellbeingCounty {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Asking who has looked at one's data.
    pub log_request: LogRequest,
    /// Asking for one's data.
    pub records_request: RecordsRequest,
}

/// Units under the Cybersecurity Act (124/2025).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Nis2 {
    /// The municipality's own units that the act covers.
    pub units: Vec<String>,
    /// Their supervisor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<Text>,
}

/// Which body is controller for which register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// The register.
    pub register: String,
    /// The board or committee that answers for it.
    pub body: String,
}

/// Where the dates of networks stood before; here only to say where they are now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MovedSessions;

impl Serialize for MovedSessions {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for MovedSessions {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom(
            "dates of sessions are no longer kept here: describe the network in a [[network]] table, as \
             config.example.toml shows, and let its host announce the dates with /session announce",
        ))
    }
}

/// What only the municipality knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs, reason = "each field is named as its table, which is described")]
pub struct OrganisationConfig {
    /// The court to which refusals are appealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub administrative_court: Option<Text>,
    pub municipality: Municipality,
    pub dpo: Dpo,
    pub infosec: Infosec,
    pub helpdesk: Helpdesk,
    pub oncall: Oncall,
    pub incident: Incident,
    pub crisis: Crisis,
    pub registry: Registry,
    pub secure_mail: SecureMail,
    pub request: Requests,
    pub identification: Identification,
    pub fees: Fees,
    pub privacy_notices: PrivacyNotices,
    pub publicity_description: PublicityDescription,
    pub controllers: Vec<Controller>,
    pub hr: Hr,
    pub wellbeing_county: WellbeingCounty,
    pub nis2: Nis2,
    pub policies: Policies,
    #[serde(skip_serializing)]
    pub sessions: MovedSessions,
    pub nine_challenges: NineChallenges,
}

impl OrganisationConfig {
    /// The settings as the desk knows them.
    pub fn to_domain(&self) -> Organisation {
        let mut values = BTreeMap::new();
        fill_one("administrative_court", self.administrative_court.as_ref(), &mut values);
        fill_one("municipality.name", self.municipality.name.as_ref(), &mut values);
        fill_one("wellbeing_county.name", self.wellbeing_county.name.as_ref(), &mut values);
        fill_one("nis2.supervisor", self.nis2.supervisor.as_ref(), &mut values);
        let languages = self.municipality.languages.iter();
        let known = languages
            .filter_map(|code| code.parse::<Language>().ok())
            .map(|language| language.own_name().to_owned());
        fill_list("municipality.languages", known, &mut values);
        let deciders = self.request.decider_by_sector.iter().map(|(sector, who)| format!("{sector}: {who}"));
        fill_list("request.decider_by_sector", deciders, &mut values);
        let controllers =
            self.controllers.iter().map(|controller| format!("{}: {}", controller.register, controller.body));
        fill_list("controllers", controllers, &mut values);
        fill_list("nis2.units", self.nis2.units.iter().cloned(), &mut values);
        self.dpo.fill(&mut values);
        self.infosec.fill(&mut values);
        self.helpdesk.fill(&mut values);
        self.oncall.fill(&mut values);
        self.incident.fill(&mut values);
        self.crisis.fill(&mut values);
        self.registry.fill(&mut values);
        self.secure_mail.fill(&mut values);
        self.request.own_data.fill(&mut values);
        self.request.document.fill(&mut values);
        self.identification.fill(&mut values);
        self.fees.fill(&mut values);
        self.privacy_notices.fill(&mut values);
        self.publicity_description.fill(&mut values);
        self.hr.fill(&mut values);
        self.wellbeing_county.log_request.fill(&mut values);
        self.wellbeing_county.records_request.fill(&mut values);
        self.policies.fill(&mut values);
        self.nine_challenges.fill(&mut values);
        Organisation {
            values,
            region: if self.municipality.on_aland { Region::Aland } else { Region::Mainland },
        }
    }
}

/// Several values as one text, the way a sentence lists them.
fn fill_list(
    key: &'static str,
    items: impl Iterator<Item = String>,
    values: &mut BTreeMap<&'static str, LocalText>,
) {
    let text = items.collect::<Vec<_>>().join("; ");
    fill_one(key, Some(&Text::Same(text)), values);
}

fn fill_one(key: &'static str, text: Option<&Text>, values: &mut BTreeMap<&'static str, LocalText>) {
    let value = match text {
        None => return,
        Some(Text::Same(text)) if text.trim().is_empty() => return,
        Some(text) => text.to_domain(),
    };
    values.insert(key, value);
}
