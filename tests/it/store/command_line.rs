//! `ledord backup`, `ledord restore` and what `ledord config print` says of the store.

use std::path::Path;
use std::process::{Command, Output};

use ledord::store::{Location, SqlStore, Store};

use super::{Place, series};

fn ledord(folder: &Path, url: Option<&str>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
    command.args(arguments).env_clear().current_dir(folder);
    if let Some(url) = url {
        command.env("LEDORD_STORE_URL", url);
    }
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[tokio::test]
async fn a_store_is_backed_up_and_restored_in_one_line_each() {
    let server = Place::server();
    let url = match server.as_ref().map(|place| &place.location) {
        Some(Location::Server { url, .. }) => Some(secrecy::ExposeSecret::expose_secret(url).to_owned()),
        _ => None,
    };
    for (location, url) in [(None, None), (server.map(|place| place.location), url)] {
        let folder = tempfile::tempdir().unwrap();
        let location = match (location, &url) {
            (Some(location), Some(_)) => location,
            (None, None) => Location::File(folder.path().join("ledord.db")),
            _ => continue,
        };
        let run = |arguments: &[&str]| ledord(folder.path(), url.as_deref(), arguments);
        let store = SqlStore::open(&location).await.unwrap();
        store.insert_series(&series(1)).await.unwrap();
        let output = run(&["backup", "b.db"]);
        assert!(output.status.success(), "{}", said(&output));
        assert_eq!(said(&output).lines().count(), 1);
        assert!(said(&output).contains("is backed up to b.db."), "{}", said(&output));
        let output = run(&["backup", "b.db"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("there is a file b.db already"), "{}", said(&output));
        if let Location::File(_) = location {
            let output = run(&["restore", "b.db"]);
            assert!(said(&output).contains("is in use: stop ledord first"), "{}", said(&output));
        }
        store.forget_drafts(super::at(0)).await.unwrap();
        store.close().await;
        drop(store);
        let output = run(&["restore", "b.db"]);
        assert!(output.status.success(), "{}", said(&output));
        assert_eq!(said(&output).lines().count(), 1);
        assert!(said(&output).contains("is restored from b.db."), "{}", said(&output));
        let store = SqlStore::open(&location).await.unwrap();
        assert_eq!(store.series().await.unwrap(), [series(1)]);
    }
}

#[test]
fn no_store_is_made_only_to_be_backed_up() {
    let folder = tempfile::tempdir().unwrap();
    let output = ledord(folder.path(), None, &["backup", "b.db"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("cannot open the store ledord.db"), "{}", said(&output));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_settings_show_the_store_and_never_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let show = |url| said(&ledord(folder.path(), url, &["config", "print"]));
    assert!(show(None).contains("url = \"sqlite:ledord.db\""));
    assert!(show(Some("")).contains("url = \"sqlite:ledord.db\""));
    let shown = show(Some("postgres://u:marker@h/d"));
    assert!(shown.contains("url = \"postgres://u:[redacted]@h/d\""), "{shown}");
    for url in ["mysql://u:marker@h/d", "postgres:/u:marker@h"] {
        let shown = show(Some(url));
        assert!(shown.contains("LEDORD_STORE_URL: no store is named like that"), "{shown}");
        assert!(!shown.contains("marker"), "{shown}");
    }
    let output = ledord(folder.path(), Some("postgres://u:marker@127.0.0.1:1/d"), &["backup", "b.db"]);
    assert!(said(&output).contains("cannot open the store postgres://u@127.0.0.1:1/d"), "{}", said(&output));
    assert!(!said(&output).contains("marker"));
    let help = said(&ledord(folder.path(), Some("postgres://u:marker@h/d"), &["--help"]));
    assert!(help.contains("backup") && !help.contains("marker"), "{help}");
}
