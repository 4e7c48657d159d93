//! A real PostgreSQL: the one that `LEDORD_TEST_POSTGRES` names, else a server of this process's own.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock};

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};

/// Sets a server up in a folder of its own and stops it when the process that started it is gone, however that ended: its
/// end of the pipe closes then. Listens on a socket in the folder only; the path of a socket must be short, so not in `TMPDIR`.
const SERVER: &str = r#"
set -e
dir=$(mktemp -d /tmp/ledord-postgres.XXXXXX)
cd "$dir"
initdb -D "$dir/data" -U ledord -A trust -E UTF8 --no-sync >"$dir/log" 2>&1
pg_ctl -D "$dir/data" -l "$dir/log" -w -o "-k $dir -c listen_addresses='' -c fsync=off -c max_connections=300" start >/dev/null
echo "$dir"
read -r _ || true
pg_ctl -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true
rm -rf "$dir"
"#;

/// The URL of a fresh, empty database; `None`, loudly, where no server can be started. Fails instead where `CI` is `true`.
pub fn postgres_url() -> Option<String> {
    static SERVER_URL: OnceLock<Option<String>> = OnceLock::new();
    let server = SERVER_URL.get_or_init(|| {
        let url = std::env::var("LEDORD_TEST_POSTGRES").ok().filter(|url| !url.is_empty()).or_else(start);
        if url.is_none() {
            assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "no PostgreSQL could be started");
            eprintln!("SKIPPED on PostgreSQL: no server could be started; set LEDORD_TEST_POSTGRES");
        }
        url
    });
    server.as_deref().map(fresh_database)
}

fn start() -> Option<String> {
    static RUNNING: Mutex<Option<Child>> = Mutex::new(None);
    let path = format!("{}:{}", binaries()?.display(), std::env::var("PATH").unwrap_or_default());
    // The server refuses to run as root.
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0\n"));
    let mut command = if is_root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh", "-c", SERVER]);
        command
    } else {
        let mut command = Command::new("sh");
        command.args(["-c", SERVER]);
        command
    };
    let (input, output) = (Stdio::piped(), Stdio::piped());
    let mut child = command
        .env("PATH", path)
        .current_dir("/tmp")
        .stdin(input)
        .stdout(output)
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut folder = String::new();
    BufReader::new(child.stdout.take()?).read_line(&mut folder).ok()?;
    *RUNNING.lock().unwrap() = Some(child);
    let folder = folder.trim();
    (!folder.is_empty()).then(|| format!("postgres://ledord@{}/postgres", folder.replace('/', "%2F")))
}

/// Debian keeps them out of the path; the newest wins.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let debian =
        versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").is_file());
    let number = |bin: &PathBuf| bin.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    let path = std::env::var_os("PATH").unwrap_or_default();
    debian
        .max_by_key(number)
        .or_else(|| std::env::split_paths(&path).find(|bin| bin.join("initdb").is_file()))
}

fn fresh_database(server: &str) -> String {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).unwrap();
    let name = format!("ledord_test_{:016x}", u64::from_be_bytes(bytes));
    let create = format!("CREATE DATABASE {name}");
    let on = server.parse::<sqlx::postgres::PgConnectOptions>().unwrap();
    // On a thread of its own: the test may stand in a runtime already.
    let creating = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut connection = on.connect().await.unwrap();
            connection.execute(AssertSqlSafe(create)).await.unwrap();
            connection.close().await.unwrap();
        });
    });
    creating.join().unwrap();
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = address.rsplit_once('/').unwrap();
    format!("{host}/{name}{}{options}", if options.is_empty() { "" } else { "?" })
}
