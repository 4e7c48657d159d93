//! The arrows and invariants of ARCHITECTURE.md, read from the source.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the layer it stands on; a module may use lower layers and itself.
const LAYERS: [(&str, usize); 17] = [
    ("domain", 0),
    ("clock", 0),
    ("telemetry", 0),
    ("config", 1),
    ("knowledge", 1),
    ("search", 1),
    ("l10n", 1),
    ("store", 1),
    ("outbox", 2),
    ("snapshot", 2),
    ("desk", 3),
    ("service", 4),
    ("chat", 5),
    ("http", 5),
    ("app", 6),
    ("cli", 7),
    ("main", 8),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every source file with its path below `src` and its code without tests and comments.
fn sources() -> BTreeMap<String, String> {
    fn walk(folder: &Path, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name =
                    path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
                let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
                files.insert(name, ungrouped(&code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(&root().join("src"), &mut files);
    files
}

fn module(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

fn layer(module: &str) -> usize {
    let found = LAYERS.iter().find(|(name, _)| *name == module);
    found.unwrap_or_else(|| panic!("`{module}` has no layer: add it here and to ARCHITECTURE.md")).1
}

/// Code in which `use std::{fs, env}` reads as `std::fs` and `std::env` do.
fn ungrouped(code: &str) -> String {
    let mut plain = code.to_owned();
    for group in code.split("std::{").skip(1) {
        for part in group.split("};").next().unwrap().split(',') {
            plain.push_str("\nstd::");
            plain.push_str(part.trim());
        }
    }
    plain
}

/// The modules of this crate that a piece of code names after `crate::`.
fn used_modules(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split("};").next().unwrap();
            used.extend(group.split(',').map(|part| part.trim().split("::").next().unwrap().to_owned()));
        } else {
            used.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    used.retain(|name| LAYERS.iter().any(|(known, _)| known == name));
    used
}

#[test]
fn modules_use_only_lower_layers() {
    let mut broken = Vec::new();
    for (file, code) in sources() {
        let from = module(&file);
        if from == "lib" {
            continue;
        }
        for to in used_modules(&code) {
            let allowed = to == from || layer(&to) < layer(from);
            if !allowed {
                broken.push(format!("{file} uses {to}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn each_outside_thing_has_one_place() {
    let rules: [(&[&str], &[&str]); 14] = [
        (&["tantivy::", "lingua::", "frostem::"], &["search"]),
        (&["fluent_bundle::", "unic_langid::"], &["l10n"]),
        (&["pulldown_cmark::", "include_dir::"], &["knowledge"]),
        (&["rustyline::"], &["chat/console.rs", "chat/console/"]),
        (&["serenity::", "poise::"], &["chat/discord.rs", "chat/discord/"]),
        (&["tokio::spawn", "tokio::signal"], &["app"]),
        (&["tracing_subscriber::"], &["telemetry"]),
        (&["std::fs"], &["knowledge", "config", "store", "clock", "cli"]),
        (&["std::env"], &["config", "cli"]),
        (&["Timestamp::now", "ZonedDateTime::now", "SystemTime"], &["clock"]),
        (&["sqlx::"], &["store"]),
        (&["clap::"], &["cli"]),
        (&["axum::"], &["http"]),
        (&["serde_json::"], &["cli", "chat/discord/api.rs", "chat/discord/register.rs"]),
    ];
    let mut broken = Vec::new();
    for (file, code) in sources() {
        for (things, places) in rules {
            for thing in things.iter().filter(|thing| code.contains(**thing)) {
                let here = |place: &&str| module(&file) == *place || file.starts_with(*place);
                if !places.iter().any(here) {
                    broken.push(format!("{file} names {thing}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_core_waits_for_nothing_and_touches_nothing() {
    for (file, code) in sources() {
        if ["domain", "desk"].contains(&module(&file)) {
            for word in [
                "async ",
                ".await",
                "tokio",
                "std::fs",
                "std::io",
                "std::net",
                "std::thread",
                "std::env",
                "Instant",
            ] {
                assert!(!code.contains(word), "{file} names `{word}`");
            }
        }
    }
}

#[test]
fn the_binary_is_thin_and_files_stay_readable() {
    assert!(fs::read_to_string(root().join("src/main.rs")).unwrap().lines().count() <= 40);
    for (file, _) in sources() {
        let lines = fs::read_to_string(root().join("src").join(&file)).unwrap().lines().count();
        assert!(lines <= 500, "{file} has {lines} lines");
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut in_dependencies = false;
    let mut previous = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.ends_with("dependencies]");
        } else if in_dependencies && line.contains('=') {
            assert!(previous.starts_with("# "), "no reason above: {line}");
            let plain = !line.contains('{');
            let lean = line.contains("default-features = false");
            assert!(plain || lean, "default features are on: {line}");
        }
        previous = line;
    }
}
