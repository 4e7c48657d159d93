//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use secrecy::SecretString;

use crate::app::Overrides;
use crate::domain::Language;

/// The answer desk for digital security in a municipality.
///
/// Without a command it opens a chat in the terminal. It answers in Swedish, Finnish and English, with sources, and
/// needs no account, token or configuration.
#[derive(Debug, Parser)]
#[command(name = "ledord", version, arg_required_else_help = false)]
pub(super) struct Arguments {
    /// Use the articles of this folder instead of the built-in ones.
    #[arg(long, global = true, value_name = "DIR", env = "LEDORD_KNOWLEDGE")]
    knowledge: Option<PathBuf>,
    /// Lay the articles of this folder over the others.
    #[arg(long, global = true, value_name = "DIR", env = "LEDORD_OVERLAY")]
    overlay: Option<PathBuf>,
    /// Read settings from this file [default: ledord.toml in this folder, if there is one].
    #[arg(long, global = true, value_name = "FILE", env = "LEDORD_CONFIG")]
    config: Option<PathBuf>,
    /// The language for questions that leave theirs open [default: the terminal's].
    #[arg(long, global = true, value_name = "LANG", env = "LEDORD_LANGUAGE")]
    default_lang: Option<Language>,
    /// A proxy for Discord's HTTP API that keeps its rate limits.
    #[arg(long, global = true, value_name = "URL", env = "LEDORD_DISCORD_PROXY", hide = true)]
    discord_proxy: Option<String>,
    /// Where series, follows and deliveries are kept: `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/DATABASE`.
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "LEDORD_STORE_URL",
        hide = true,
        hide_env_values = true
    )]
    store_url: Option<SecretString>,
    /// A file that holds the present: for tests of the whole program.
    #[arg(long, global = true, value_name = "FILE", env = "LEDORD_SIMULATED_CLOCK", hide = true)]
    pub(super) simulated_clock: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

impl Arguments {
    pub(super) fn overrides(&self) -> Overrides {
        Overrides {
            config: self.config.clone(),
            knowledge: self.knowledge.clone(),
            overlay: self.overlay.clone(),
            language: self.default_lang,
            discord_proxy: self.discord_proxy.clone(),
            store: self.store_url.clone(),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Chat in the terminal (the default).
    Chat {
        /// Answer in this language: sv, fi or en.
        #[arg(long, value_name = "LANG")]
        lang: Option<Language>,
    },
    /// Serve every platform that the settings name, until it is told to stop.
    Run,
    /// Set up the bot on Discord.
    Discord {
        #[command(subcommand)]
        command: DiscordCommand,
    },
    /// Answer one question.
    Ask(AskArguments),
    /// Explain every known term in a text.
    Explain(ExplainArguments),
    /// Check articles: every problem with its file and line, and how to mend it.
    Check(CheckArguments),
    /// Measure the answers to a set of questions with known topics, and print what went wrong.
    Eval(EvalArguments),
    /// Look at the sessions of networks, and rehearse their reminders.
    Sessions {
        #[command(subcommand)]
        command: SessionsCommand,
    },
    /// Write everything that the bot remembers into one file, also while it runs.
    Backup {
        /// The file to write; it must not be there yet.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Put a backup in the place of what the bot remembers. The bot must be stopped.
    Restore {
        /// The backup.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Look at the settings.
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
}

#[derive(Debug, Args)]
pub(super) struct AskArguments {
    /// Answer in this language: sv, fi or en [default: the question's own].
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Language>,
    /// How to print the answer.
    #[arg(long, value_enum, default_value_t = AskFormat::Text)]
    pub(super) format: AskFormat,
    /// The question; `-` reads it from standard input.
    #[arg(required = true, value_name = "QUESTION")]
    pub(super) question: Vec<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum AskFormat {
    /// For people.
    Text,
    /// For documents.
    Markdown,
    /// For programs: one object.
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// Explain in this language: sv, fi or en [default: the text's own].
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Language>,
    /// How to print the terms.
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(super) format: TableFormat,
    /// The text; `-` reads it from standard input.
    #[arg(required = true, value_name = "TEXT")]
    pub(super) text: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// The folder to check [default: the articles in use].
    #[arg(value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
    /// Report in this language: sv, fi or en.
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Language>,
    /// Print also how plainly each article reads: its words, its sentences and its LIX.
    #[arg(long)]
    pub(super) plain: bool,
}

#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    #[command(flatten)]
    pub(super) questions: EvalQuestions,
    /// Draw what each threshold of the confidence would let through, as SVG.
    #[arg(long, value_name = "FILE.svg", conflicts_with = "corpus")]
    pub(super) curve: Option<PathBuf>,
    /// The questions for a corpus, one JSON object with `id` and `text` a line.
    #[arg(long, value_name = "FILE.jsonl", requires = "corpus")]
    pub(super) queries: Option<PathBuf>,
    /// Which text answers which question: question, text and 1, separated by tabs.
    #[arg(long, value_name = "FILE.tsv", requires = "corpus")]
    pub(super) qrels: Option<PathBuf>,
    /// The language of a corpus: sv, fi or en.
    #[arg(long, value_name = "LANG", requires = "corpus")]
    pub(super) lang: Option<Language>,
    /// How to print the figures.
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(super) format: TableFormat,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct EvalQuestions {
    /// Questions with the columns `id`, `lang`, `question`, `topic_id`, `also_ok` and `scope`, separated by tabs.
    #[arg(value_name = "FILE.tsv")]
    pub(super) file: Option<PathBuf>,
    /// The questions that a reload must not lose: the built-in ones, or `golden.tsv` in the folder in use.
    #[arg(long)]
    pub(super) golden: bool,
    /// The example questions of the articles, each asked as if no example question stood in its own article.
    #[arg(long)]
    pub(super) own: bool,
    /// A hundred example questions a language with a slip of the pen in every word of four letters or more, always the same.
    #[arg(long)]
    pub(super) slips: bool,
    /// Texts of others to rank in place of the articles, one JSON object with `id`, `text` and perhaps `title` a line.
    #[arg(long, value_name = "FILE.jsonl", requires_all = ["queries", "qrels", "lang"])]
    pub(super) corpus: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum TableFormat {
    /// For people.
    Text,
    /// For programs: one object.
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum DiscordCommand {
    /// Print the link that adds the bot to a server, with the least permissions.
    Invite {
        /// The application's id, from the developer portal [default: asked of Discord with the token].
        #[arg(long, value_name = "ID")]
        application: Option<std::num::NonZeroU64>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum SessionsCommand {
    /// Print every network and its series.
    List {
        /// Print in this language: sv, fi or en.
        #[arg(long, value_name = "LANG")]
        lang: Option<Language>,
    },
    /// Print the next twelve dates of a series, with what is remarkable about them.
    Preview(SessionsArguments),
    /// Print what was sent for a series: when, where, after how many tries.
    Receipt(SessionsArguments),
    /// Print what would be sent between two days, when and where. Nothing leaves this machine.
    Rehearse(RehearseArguments),
}

#[derive(Debug, Args)]
pub(super) struct SessionsArguments {
    /// Print in this language: sv, fi or en.
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Language>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(super) format: TableFormat,
    /// The number of a series, or the id or name of its network [default: the only one].
    #[arg(value_name = "SERIES")]
    pub(super) series: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct RehearseArguments {
    /// The first day, like 2027-01-01, in Europe/Helsinki.
    #[arg(long, value_name = "DATE")]
    pub(super) from: Date,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub(super) to: Date,
    /// Print dates in this language: sv, fi or en. Messages are in that of their network.
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Print the settings in force.
    Print,
}
