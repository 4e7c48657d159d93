//! The command line.

mod arguments;
mod ask;
mod backup;
mod check;
mod eval;
mod explain;
mod files;
mod locale;
mod run;
mod sessions;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use self::arguments::{Arguments, Command, ConfigCommand, DiscordCommand};
use crate::app;
use crate::chat::console::{Console, Surroundings};
use crate::clock::Clock;
use crate::config::TokenInFile;
use crate::domain::Language;

/// Runs the program with the arguments that it was started with.
pub fn run() -> ExitCode {
    match dispatch(Arguments::parse()) {
        Ok(code) => code,
        // A reader that has seen enough, such as `head`, is no failure.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "ledord: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn dispatch(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let overrides = arguments.overrides();
    let config = app::settings(&overrides)?;
    let fallback = config.language.default.or_else(locale::of_the_terminal).unwrap_or(Language::English);
    match arguments.command.unwrap_or(Command::Chat { lang: None }) {
        Command::Chat { lang } => {
            let (service, problems) = app::build(&config)?;
            let out = anstream::stdout();
            let runtime = run::runtime()?;
            let surroundings = Surroundings {
                serve: Box::new(|inbound| runtime.block_on(service.serve(inbound, Clock::System.now()))),
                save: Box::new(files::save),
            };
            let mut console =
                Console::new(&service, out, textwrap::termwidth(), lang.unwrap_or(fallback), lang)
                    .within(surroundings);
            std::thread::scope(|scope| {
                scope.spawn(|| service.warm_up());
                console.run(&problems)
            })?;
        }
        Command::Ask(ask) => ask::run(&ask, &config, fallback)?,
        Command::Explain(explain) => explain::run(&explain, &config, fallback)?,
        Command::Check(check) => return check::run(&check, &config, fallback),
        Command::Eval(eval) => eval::run(&eval, &config)?,
        Command::Backup { file } => backup::back_up(&file, &config)?,
        Command::Restore { file } => backup::restore(&file, &config)?,
        Command::Sessions { command } => sessions::run(&command, &config, fallback)?,
        Command::Run => {
            let clock = app::clock(arguments.simulated_clock.as_deref(), &config)?;
            run::run(&config, fallback, clock)?;
        }
        Command::Discord { command: DiscordCommand::Invite { application } } => {
            run::invite(&config, application, fallback)?;
        }
        Command::Config { command: ConfigCommand::Print } => {
            let mut config = config;
            if run::secrets(&config)?.discord_token.is_some() {
                config.discord.get_or_insert_default().token = TokenInFile::Redacted;
            }
            write!(anstream::stdout(), "{}", config.to_toml()?)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
