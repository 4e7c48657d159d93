//! What every platform must do, whatever it looks like there. A new platform implements [`Platform`] and runs the same
//! scenes.

use ledord::chat::console::{Console, Next};
use ledord::domain::Language;
use ledord::service::Service;
use serde_json::{Value, json};

use crate::support::discord::{Stage, button_id, is_hidden};
use crate::support::fake_discord::Recorded;
use crate::support::fake_discord::payloads::{self, Asker, option, slash};
use crate::support::{desk_with, fixture_desk};

/// What a person sees of a reply.
#[derive(Clone, Debug)]
struct Seen {
    /// The words, without markup, line breaks as spaces.
    text: String,
    /// What may be chosen next.
    choices: Vec<String>,
    /// Nobody else sees it.
    is_private: bool,
}

/// A platform with one person on it, who reads one language.
trait Platform {
    async fn ask(&mut self, question: &str) -> Seen;
    async fn compare(&mut self, first: &str, second: &str) -> Seen;
    async fn explain(&mut self, text: &str) -> Seen;
    /// Chooses from the last reply.
    async fn choose(&mut self, label: &str) -> Seen;
    /// The whole of the last reply, however many pages it takes.
    async fn read_on(&mut self) -> String;
    /// Says something wrong: a choice that is no longer there.
    async fn choose_what_is_gone(&mut self) -> Seen;
}

fn plain(text: &str) -> String {
    let text = text.replace("**", "").replace('\\', "");
    text.split_whitespace().map(|word| word.trim_matches('*')).collect::<Vec<_>>().join(" ")
}

struct OnConsole {
    service: &'static Service,
    language: Language,
    lines: Vec<String>,
}

impl OnConsole {
    fn new(language: Language) -> Self {
        Self { service: Box::leak(Box::new(fixture_desk())), language, lines: Vec::new() }
    }

    /// The last of a conversation that begins anew with every line: the console keeps its own state.
    fn type_line(&mut self, line: &str) -> Seen {
        self.lines.push(line.to_owned());
        let mut written = Vec::new();
        let mut lengths = Vec::new();
        for upto in 1..=self.lines.len() {
            written = Vec::new();
            let mut console =
                Console::new(self.service, &mut written, 100, self.language, Some(self.language));
            for line in &self.lines[..upto] {
                assert_eq!(console.line(line).unwrap(), Next::Continue);
            }
            lengths.push(written.len());
        }
        let before = lengths.iter().rev().nth(1).copied().unwrap_or(0);
        let text = String::from_utf8(written[before..].to_vec()).unwrap();
        let text = anstream::adapter::strip_str(&text).to_string();
        let choices = text.lines().filter_map(|line| {
            let (number, label) = line.trim_start().split_once("  ")?;
            number.parse::<usize>().ok()?;
            Some(label.trim().to_owned())
        });
        Seen { choices: choices.collect(), text: plain(&text), is_private: true }
    }
}

impl Platform for OnConsole {
    async fn ask(&mut self, question: &str) -> Seen {
        self.type_line(question)
    }
    async fn compare(&mut self, first: &str, second: &str) -> Seen {
        self.type_line(&format!("{first} vs {second}"))
    }
    async fn explain(&mut self, text: &str) -> Seen {
        self.type_line(&format!("/explain {text}"))
    }
    async fn choose(&mut self, label: &str) -> Seen {
        let last = self.lines.pop().unwrap();
        let seen = self.type_line(&last);
        let place = seen.choices.iter().position(|choice| choice == label);
        let place = place.unwrap_or_else(|| panic!("no choice `{label}` in {:?}", seen.choices));
        self.type_line(&(place + 1).to_string())
    }
    async fn read_on(&mut self) -> String {
        let last = self.lines.pop().unwrap();
        self.type_line(&last).text
    }
    async fn choose_what_is_gone(&mut self) -> Seen {
        self.type_line("99")
    }
}

struct OnDiscord {
    stage: Stage,
    asker: Asker,
    last: Option<Recorded>,
}

impl OnDiscord {
    async fn new(language: Language) -> Self {
        let locale = match language {
            Language::Swedish => "sv-SE",
            Language::Finnish => "fi",
            Language::English => "en-GB",
        };
        Self { stage: Stage::new(fixture_desk()).await, asker: Asker::speaking(locale), last: None }
    }

    async fn send(&mut self, interaction: Value) -> Seen {
        let answer = self.stage.answer(interaction).await;
        self.last = Some(answer.clone());
        seen(&answer)
    }
}

fn seen(answer: &Recorded) -> Seen {
    let message = &answer.body["data"];
    let embed = &message["embeds"][0];
    let field = &embed["fields"][0];
    let parts = [&embed["title"], &embed["description"], &field["value"], &embed["footer"]["text"]];
    let text = parts.map(|part| part.as_str().unwrap_or_default()).join("\n");
    let rows = message["components"].as_array().cloned().unwrap_or_default();
    let buttons = rows.iter().flat_map(|row| row["components"].as_array().cloned().unwrap_or_default());
    let choices = buttons.map(|button| button["label"].as_str().unwrap().to_owned()).collect();
    Seen { text: plain(&text), choices, is_private: is_hidden(answer) }
}

impl Platform for OnDiscord {
    async fn ask(&mut self, question: &str) -> Seen {
        // Discord cuts what is typed into a field; a longer text comes as a message.
        let question: String = question.chars().take(1000).collect();
        let asked = slash(self.stage.id(), &self.asker, "ask", json!([option("question", &question)]));
        self.send(asked).await
    }
    async fn compare(&mut self, first: &str, second: &str) -> Seen {
        let options = json!([option("first", first), option("second", second)]);
        self.send(slash(self.stage.id(), &self.asker, "compare", options)).await
    }
    async fn explain(&mut self, text: &str) -> Seen {
        let command = "Explain in plain language";
        self.send(payloads::message_command(self.stage.id(), &self.asker, command, text)).await
    }
    async fn choose(&mut self, label: &str) -> Seen {
        let id = button_id(self.last.as_ref().unwrap(), label);
        self.send(payloads::button(self.stage.id(), &self.asker, &id)).await
    }
    async fn read_on(&mut self) -> String {
        let mut text = seen(self.last.as_ref().unwrap()).text;
        let labels = ["Read more", "Läs mer", "Lue lisää"];
        while let Some(more) = seen(self.last.as_ref().unwrap())
            .choices
            .into_iter()
            .find(|label| labels.contains(&label.as_str()))
        {
            text.push(' ');
            text.push_str(&self.choose(&more).await.text);
        }
        text
    }
    async fn choose_what_is_gone(&mut self) -> Seen {
        self.send(payloads::button(self.stage.id(), &self.asker, "l1:-:a:t.gone")).await
    }
}

/// The words of the fixtures in one language.
struct Words {
    language: Language,
    keeping: &'static str,
    keeping_says: &'static str,
    keeping_synonym: &'static str,
    experts: &'static str,
    pilot: &'static str,
    pilot_says: &'static str,
    pilot_synonym: &'static str,
    part_of_a_word: &'static str,
    other_language: &'static str,
    other_says: &'static str,
}

const WORDS: [Words; 3] = [
    Words {
        language: Language::Swedish,
        keeping: "Fyrpassning",
        keeping_says: "betyder att lampan lyser",
        keeping_synonym: "fyrvakt",
        experts: "För experter",
        pilot: "Att begära lots",
        pilot_says: "Ring hamnkaptenen nu.",
        pilot_synonym: "lotsbegäran",
        part_of_a_word: "lots",
        other_language: "Suomeksi",
        other_says: "tarkoittaa, että lamppu palaa",
    },
    Words {
        language: Language::Finnish,
        keeping: "Majakanvartiointi",
        keeping_says: "tarkoittaa, että lamppu palaa",
        keeping_synonym: "majakkavahti",
        experts: "Asiantuntijalle",
        pilot: "Luotsin pyytäminen",
        pilot_says: "Soita heti satamakapteenille.",
        pilot_synonym: "luotsipyyntö",
        part_of_a_word: "luotsi",
        other_language: "In English",
        other_says: "means that the lamp burns",
    },
    Words {
        language: Language::English,
        keeping: "Lighthouse keeping",
        keeping_says: "means that the lamp burns",
        keeping_synonym: "beacon watch",
        experts: "For experts",
        pilot: "Asking for a pilot",
        pilot_says: "Call the harbour master now.",
        pilot_synonym: "pilot request",
        part_of_a_word: "boat",
        other_language: "På svenska",
        other_says: "betyder att lampan lyser",
    },
];

async fn scenes(platform: &mut impl Platform, words: &Words) {
    let has = |seen: &Seen, part: &str| assert!(seen.text.contains(part), "`{part}` is not in {seen:#?}");

    let seen = platform.ask(words.keeping).await;
    has(&seen, words.keeping_says);
    has(&seen, "https://example.org/lighthouse-keeping");
    assert!(seen.is_private, "nobody else sees an answer that was not shared");
    assert!(seen.choices.iter().any(|choice| choice == words.pilot), "{seen:#?}");

    has(&platform.choose(words.experts).await, words.keeping);
    platform.ask(words.keeping).await;
    has(&platform.choose(words.pilot).await, words.pilot_says);
    platform.ask(words.keeping).await;
    has(&platform.choose(words.other_language).await, words.other_says);

    let seen = platform.compare(words.keeping_synonym, words.pilot_synonym).await;
    for part in [words.keeping_says, words.pilot_says] {
        has(&seen, part);
    }
    assert!(seen.choices.iter().any(|choice| choice == words.keeping), "{seen:#?}");

    let seen = platform.ask(words.part_of_a_word).await;
    assert!(!seen.text.contains(words.pilot_says), "a part of a word is no question yet: {seen:#?}");
    has(&platform.choose(words.pilot).await, words.pilot_says);

    let text = format!("{}, {}", words.keeping_synonym, words.pilot_synonym);
    let seen = platform.explain(&text).await;
    has(&seen, words.keeping_says);
    has(&seen, words.pilot_says);
    assert!(seen.is_private);

    let seen = platform.ask("xyzzy").await;
    assert!(!seen.text.contains("https://"), "no sources when nothing is known: {seen:#?}");
    platform.ask(&format!("{} {}", "lorem ipsum ".repeat(300), words.keeping)).await;

    let seen = platform.choose_what_is_gone().await;
    assert!(!seen.text.is_empty() && seen.is_private, "{seen:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_console_keeps_the_contract() {
    for words in &WORDS {
        scenes(&mut OnConsole::new(words.language), words).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn discord_keeps_the_contract() {
    for words in &WORDS {
        scenes(&mut OnDiscord::new(words.language).await, words).await;
    }
}

/// A long article is read to its end on every platform.
#[tokio::test(flavor = "multi_thread")]
async fn long_articles_are_read_to_their_end() {
    let source = ledord::service::KnowledgeSource::default();
    let organisation = ledord::domain::Organisation::default;
    let service = desk_with(source.clone(), organisation());
    let snapshot = service.snapshot();
    let longest = snapshot.articles().iter().max_by_key(|article| {
        article.sections.iter().map(|section| section.body.to_plain_text().len()).sum::<usize>()
    });
    let longest = longest.unwrap().clone();
    let mut platforms = (
        OnConsole {
            service: Box::leak(Box::new(desk_with(source.clone(), organisation()))),
            language: longest.language,
            lines: vec![],
        },
        OnDiscord {
            stage: Stage::new(desk_with(source, organisation())).await,
            asker: OnDiscord::new(longest.language).await.asker,
            last: None,
        },
    );
    platforms.0.ask(&longest.title).await;
    platforms.1.ask(&longest.title).await;
    let (console, discord) = (platforms.0.read_on().await, platforms.1.read_on().await);
    let mut items = 0;
    for section in longest.sections.iter().filter(|section| section.id.as_str() != "expert") {
        for line in section.body.to_plain_text().lines() {
            let words: Vec<&str> = line.split_whitespace().skip(1).take(4).collect();
            let part = words.join(" ");
            let in_console = console.replace("• ", "").contains(&part);
            assert!(in_console && discord.contains(&part), "{part}: {in_console}\n{discord}");
            items += 1;
        }
    }
    assert!(items > 5);
}
