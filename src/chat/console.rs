//! The chat in the terminal.

mod line;
mod markdown;
mod session;
mod surroundings;
mod text;

use std::io::Write;

use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{Config, Editor};

pub use markdown::to_markdown;
pub use surroundings::Surroundings;
pub use text::{Choices, to_text};

use crate::clock::Clock;
use crate::domain::session::SessionRequest;
use crate::domain::{
    Action, Asker, Attachment, Carrier, Inbound, Language, LanguageHints, Problem, Reply, Request, Role,
    Severity, Target, TargetKind, personal_data,
};
use crate::l10n::{Message, problem_message};
use crate::service::{Reload, Service};
use line::{Line, read};
use session::Asked;

/// A conversation in the terminal.
pub struct Console<'a, W: Write> {
    service: &'a Service,
    out: W,
    width: usize,
    /// The language that the person chose with `/lang`.
    chosen: Option<Language>,
    /// The language of the last reply, for questions that leave theirs open.
    current: Language,
    /// What may be chosen by number now.
    choices: Vec<Action>,
    surroundings: Surroundings<'a>,
}

/// Whether the conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Read another line.
    Continue,
    /// The person has left.
    Leave,
}

impl<'a, W: Write> Console<'a, W> {
    /// A conversation that writes lines of `width` columns, and begins in a language.
    pub fn new(
        service: &'a Service,
        out: W,
        width: usize,
        language: Language,
        chosen: Option<Language>,
    ) -> Self {
        let surroundings = Surroundings::none(service);
        Self { service, out, width, chosen, current: language, choices: Vec::new(), surroundings }
    }

    /// In surroundings where sessions can be announced and files be saved.
    #[must_use]
    pub fn within(mut self, surroundings: Surroundings<'a>) -> Self {
        self.surroundings = surroundings;
        self
    }

    /// Greets, then answers line by line until the person leaves.
    ///
    /// # Errors
    /// When the terminal cannot be read or written.
    pub fn run(&mut self, problems: &[Problem]) -> anyhow::Result<()> {
        self.greet(problems)?;
        // History stays in memory, without personal data: what people ask is not kept.
        let config = Config::builder().max_history_size(200)?.build();
        let mut editor: Editor<(), MemHistory> = Editor::with_history(config, MemHistory::new())?;
        loop {
            match editor.readline("› ") {
                Ok(line) => {
                    editor.add_history_entry(personal_data::guard(&line).text)?;
                    if self.line(&line)? == Next::Leave {
                        break;
                    }
                }
                Err(ReadlineError::Interrupted) => {}
                Err(ReadlineError::Eof) => break,
                Err(error) => return Err(error.into()),
            }
        }
        let words = self.say(&Message::Goodbye);
        writeln!(self.out, "{words}")?;
        Ok(())
    }

    fn greet(&mut self, problems: &[Problem]) -> std::io::Result<()> {
        let topics = self.service.snapshot().topic_count();
        let welcome = self.say(&Message::Welcome { topics });
        let hint = self.say(&Message::WelcomeHint);
        self.paragraph(&welcome)?;
        self.paragraph(&hint)?;
        let mut files: Vec<&str> = problems
            .iter()
            .filter(|problem| problem.severity() == Severity::Error)
            .map(|problem| problem.place.file.as_str())
            .collect();
        files.dedup();
        if !files.is_empty() {
            let warning = self.say(&Message::FilesLeftOut { count: files.len() });
            writeln!(self.out)?;
            self.paragraph(&warning)?;
            for file in files {
                writeln!(self.out, "  {file}")?;
            }
        }
        writeln!(self.out)
    }

    /// Answers one line.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn line(&mut self, line: &str) -> std::io::Result<Next> {
        match read(line) {
            Line::Nothing => {}
            Line::Leave => return Ok(Next::Leave),
            Line::Help => {
                self.ask(Request::Help)?;
                let commands = self.say(&Message::ChatCommands);
                writeln!(self.out, "{commands}\n")?;
            }
            Line::Reload => self.reload()?,
            Line::Language(code) => self.choose_language(code)?,
            Line::Explain("") => self.tell(&Message::ExplainUsage)?,
            Line::Explain(text) => self.ask(Request::Explain(text.to_owned()))?,
            Line::Session(asked) => self.session(asked)?,
            Line::Choice(number) => {
                match number.checked_sub(1).and_then(|place| self.choices.get(place)).cloned() {
                    Some(action) => self.choose(action)?,
                    None => self.tell(&Message::NoSuchChoice { number })?,
                }
            }
            Line::Unknown(command) => {
                self.tell(&Message::UnknownCommand { command: &personal_data::guard(command).text })?;
            }
            Line::Question(text) => self.ask(Request::Question(text.to_owned()))?,
        }
        self.out.flush()?;
        Ok(Next::Continue)
    }

    fn ask(&mut self, request: Request) -> std::io::Result<()> {
        let languages = LanguageHints { chosen: self.chosen, locale: None, fallback: self.current };
        self.answer(request, languages)
    }

    fn choose(&mut self, action: Action) -> std::io::Result<()> {
        let language = action.language.or(self.chosen).unwrap_or(self.current);
        let line = session::line_for(&action.request);
        self.answer(action.request, LanguageHints::chosen(language))?;
        match line {
            Some(line) => self.tell(&Message::SessionTypeIt { line: &line }),
            None => Ok(()),
        }
    }

    fn answer(&mut self, request: Request, languages: LanguageHints) -> std::io::Result<()> {
        let mut asker = owner();
        if is_about_following(&request) {
            // No message ever reaches a terminal of its own accord.
            asker.ids.clear();
        }
        let inbound = Inbound { request, languages, carrier: Carrier::Terminal, asker };
        let reply = (self.surroundings.serve)(&inbound);
        self.show(reply)
    }

    fn session(&mut self, asked: Asked<'_>) -> std::io::Result<()> {
        match asked {
            Asked::How => self.tell_session_commands(),
            Asked::Unknown(word, meant) => {
                let word = &personal_data::guard(word).text;
                match meant {
                    Some(meant) => self.tell(&Message::SessionUnknownMeant { word, meant }),
                    // What held nothing but personal data is not repeated.
                    None if word.trim().is_empty() => self.tell_session_commands(),
                    None => self.tell(&Message::SessionUnknown { word }),
                }
            }
            Asked::Incomplete(command) => self.tell(&Message::SessionUsage { command }),
            Asked::Request(request) => self.ask(Request::Session(request)),
            Asked::Network(typed, what) => match self.service.network_meant(typed) {
                Some(network) => self.ask(Request::Session(what.request(network))),
                None => self.tell_networks(),
            },
        }
    }

    fn tell_session_commands(&mut self) -> std::io::Result<()> {
        let words = self.say(&Message::SessionCommands);
        writeln!(self.out, "{words}\n")
    }

    /// Says which networks there are.
    fn tell_networks(&mut self) -> std::io::Result<()> {
        let networks = self.service.complete_networks("", self.current, usize::MAX);
        if networks.is_empty() {
            return self.tell(&Message::SessionNoNetworks);
        }
        let names: Vec<String> = networks.into_iter().map(|network| network.label).collect();
        self.tell(&Message::SessionWhichNetwork { networks: &names.join(", ") })
    }

    fn show(&mut self, reply: Reply) -> std::io::Result<()> {
        self.current = reply.language;
        let text = to_text(&reply, self.width, Choices::Numbered, |message| {
            self.service.say(reply.language, message)
        });
        writeln!(self.out, "\n{text}")?;
        for file in &reply.files {
            self.save(file)?;
        }
        self.choices = reply.actions;
        Ok(())
    }

    fn save(&mut self, file: &Attachment) -> std::io::Result<()> {
        match (self.surroundings.save)(file) {
            Ok(name) => self.tell(&Message::FileSaved { name: &name }),
            Err(_) => self.tell(&Message::FileNotSaved { name: &file.name }),
        }
    }

    fn choose_language(&mut self, code: &str) -> std::io::Result<()> {
        if code == "auto" {
            self.chosen = None;
            return self.tell(&Message::WelcomeHint);
        }
        match code.parse() {
            Ok(language) => {
                self.chosen = Some(language);
                self.current = language;
                self.tell(&Message::LanguageSet { language })
            }
            Err(_) => self.tell(&Message::LanguageUnknown),
        }
    }

    fn reload(&mut self) -> std::io::Result<()> {
        match self.service.reload(Clock::System.in_finland().date()) {
            Ok(Reload::Done { articles, changed, elapsed_ms }) => {
                self.tell(&Message::Reloaded { articles, changed, milliseconds: elapsed_ms })
            }
            Ok(Reload::BuiltIn) => self.tell(&Message::ReloadBuiltIn),
            Ok(Reload::Refused(problems)) => {
                for problem in &problems {
                    let words = problem_message(&problem.kind, |message| self.say(message));
                    writeln!(self.out, "{}: {words}", at(problem))?;
                }
                self.tell(&Message::ReloadRefused { count: problems.len() })
            }
            Err(_) => self.tell(&Message::TryLater),
        }
    }

    fn tell(&mut self, message: &Message<'_>) -> std::io::Result<()> {
        let words = self.say(message);
        self.paragraph(&words)?;
        writeln!(self.out)
    }

    fn paragraph(&mut self, words: &str) -> std::io::Result<()> {
        writeln!(self.out, "{}", textwrap::fill(words, self.width))
    }

    fn say(&self, message: &Message<'_>) -> String {
        self.service.say(self.current, message)
    }
}

/// The person at the terminal: the machine is their own, so they may do everything.
pub fn owner() -> Asker {
    Asker { ids: vec![Target::new("terminal", TargetKind::User, "local")], role: Role::Admin }
}

fn is_about_following(request: &Request) -> bool {
    matches!(request, Request::Session(SessionRequest::Follow(_) | SessionRequest::Unfollow(_)))
}

/// A place as editors and terminals open it: `file:line`.
pub fn at(problem: &Problem) -> String {
    match problem.place.line {
        Some(line) => format!("{}:{line}", problem.place.file),
        None => problem.place.file.clone(),
    }
}
