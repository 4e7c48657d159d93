//! The locale files, read once.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::argument::Argument;
use super::dates;
use super::message::Message;
use crate::domain::Language;
use crate::domain::language::PerLanguage;

const SWEDISH: [&str; 6] = [
    include_str!("../../locales/sv/replies.ftl"),
    include_str!("../../locales/sv/sessions.ftl"),
    include_str!("../../locales/sv/local.ftl"),
    include_str!("../../locales/sv/chat.ftl"),
    include_str!("../../locales/sv/discord.ftl"),
    include_str!("../../locales/sv/problems.ftl"),
];
const FINNISH: [&str; 6] = [
    include_str!("../../locales/fi/replies.ftl"),
    include_str!("../../locales/fi/sessions.ftl"),
    include_str!("../../locales/fi/local.ftl"),
    include_str!("../../locales/fi/chat.ftl"),
    include_str!("../../locales/fi/discord.ftl"),
    include_str!("../../locales/fi/problems.ftl"),
];
const ENGLISH: [&str; 6] = [
    include_str!("../../locales/en/replies.ftl"),
    include_str!("../../locales/en/sessions.ftl"),
    include_str!("../../locales/en/local.ftl"),
    include_str!("../../locales/en/chat.ftl"),
    include_str!("../../locales/en/discord.ftl"),
    include_str!("../../locales/en/problems.ftl"),
];

/// The words of the product in three languages.
pub struct Catalog {
    bundles: PerLanguage<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").finish_non_exhaustive()
    }
}

/// A locale file is broken.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the words in {language}: {cause}")]
pub struct CatalogError {
    /// Whose file it is.
    pub language: Language,
    /// What Fluent says.
    pub cause: String,
}

impl Catalog {
    /// Reads the locale files that are compiled in.
    ///
    /// # Errors
    /// When one of them is no valid Fluent or names a message twice.
    pub fn load() -> Result<Self, CatalogError> {
        Ok(Self {
            bundles: PerLanguage([
                bundle(Language::Swedish, &SWEDISH)?,
                bundle(Language::Finnish, &FINNISH)?,
                bundle(Language::English, &ENGLISH)?,
            ]),
        })
    }

    /// A message in words. Tests say every message in every language, so that none can be missing.
    pub fn say(&self, language: Language, message: &Message<'_>) -> String {
        self.try_say(language, message).unwrap_or_else(|_| message.key().to_owned())
    }

    /// A message in words, or what hinders it.
    pub(super) fn try_say(&self, language: Language, message: &Message<'_>) -> Result<String, String> {
        let bundle = self.bundles.get(language);
        let key = message.key();
        let pattern = bundle
            .get_message(key)
            .and_then(|found| found.value())
            .ok_or_else(|| format!("{language} has no message `{key}`"))?;
        let mut arguments = FluentArgs::new();
        for (name, argument) in message.arguments() {
            arguments.set(name, value(language, &argument));
        }
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        if errors.is_empty() {
            Ok(words.into_owned())
        } else {
            Err(format!("{language} cannot say `{key}`: {errors:?}"))
        }
    }
}

fn bundle(language: Language, files: &[&str]) -> Result<FluentBundle<FluentResource>, CatalogError> {
    let id: LanguageIdentifier =
        language.code().parse().map_err(|error| CatalogError { language, cause: format!("{error:?}") })?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Swedish => |value, _| grouped(Language::Swedish, value),
        Language::Finnish => |value, _| grouped(Language::Finnish, value),
        Language::English => |value, _| grouped(Language::English, value),
    }));
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned())
            .map_err(|(_, errors)| CatalogError { language, cause: format!("{errors:?}") })?;
        bundle
            .add_resource(resource)
            .map_err(|errors| CatalogError { language, cause: format!("{errors:?}") })?;
    }
    Ok(bundle)
}

fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(dates::number(language, number.value)),
        _ => None,
    }
}

fn value<'a>(language: Language, argument: &Argument<'a>) -> FluentValue<'a> {
    match argument {
        Argument::Text(text) => FluentValue::from(*text),
        Argument::Count(count) => FluentValue::from(*count),
        Argument::Tenths(number) => FluentValue::from(dates::tenths(language, *number)),
        Argument::Date(date) => FluentValue::from(dates::date(language, *date)),
        Argument::DateTime(moment) => FluentValue::from(dates::date_time(language, *moment)),
        Argument::ToTheSecond(moment) => FluentValue::from(dates::to_the_second(language, *moment)),
        Argument::Time(time) => FluentValue::from(dates::time(language, *time)),
        Argument::Weekday(day) => FluentValue::from(dates::weekday(language, *day)),
        Argument::Language(which) => FluentValue::from(which.code()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::*;

    #[test]
    fn every_message_can_be_said_in_every_language() {
        let catalog = Catalog::load().unwrap();
        for language in Language::ALL {
            for message in Message::samples() {
                let words = catalog.try_say(language, &message).unwrap();
                assert!(!words.trim().is_empty(), "{language} {}", message.key());
                assert!(!words.contains(['\u{2068}', '\u{2069}']), "isolation marks in {}", message.key());
            }
        }
    }

    #[test]
    fn the_files_hold_the_same_messages_and_variables_and_no_others() {
        let known: BTreeSet<String> =
            Message::samples().iter().map(|message| message.key().to_owned()).collect();
        for (swedish, (finnish, english)) in SWEDISH.iter().zip(FINNISH.iter().zip(ENGLISH)) {
            let english = outline(english);
            assert_eq!(outline(swedish), english, "sv against en");
            assert_eq!(outline(finnish), english, "fi against en");
            for (key, _) in english {
                assert!(known.contains(&key), "{key} is in the locale files, but nothing says it");
            }
        }
    }

    /// Each message of a file with the variables it names.
    fn outline(file: &str) -> Vec<(String, BTreeSet<String>)> {
        let resource = fluent_syntax::parser::parse(file).unwrap();
        let messages = resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => {
                let mut variables = BTreeSet::new();
                message.value.iter().for_each(|pattern| collect(pattern, &mut variables));
                Some((message.id.name.to_owned(), variables))
            }
            _ => None,
        });
        messages.collect()
    }

    fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => note(inline, variables),
                Expression::Select { selector, variants } => {
                    note(selector, variables);
                    for variant in variants {
                        collect(&variant.value, variables);
                    }
                }
            }
        }
    }

    fn note(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    }
}
