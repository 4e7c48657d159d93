//! The `ledord` program: see `ledord --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ledord::cli::run()
}
