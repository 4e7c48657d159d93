//! The example configuration is whole and right.

use std::path::Path;

use ledord::config::Config;
use ledord::domain::Language;
use ledord::domain::organisation::KEYS;

#[test]
fn the_example_sets_every_key_and_every_placeholder_gets_its_value() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config.example.toml");
    let config = Config::read(&path).unwrap();
    assert!(config.knowledge.dir.unwrap().ends_with("my-knowledge"));
    assert!(config.knowledge.overlay.is_some() && config.language.default == Some(Language::Swedish));
    assert_eq!(config.store.url.to_string(), "postgres://ledord@localhost/ledord");
    assert!(config.store.password_file.unwrap().ends_with("store-password"));
    let feeds = config.calendar.public_url();
    assert_eq!(feeds.as_deref(), Some("https://calendar.example.org"));
    let organisation = config.organisation.to_domain();
    for key in KEYS {
        for language in Language::ALL {
            assert!(organisation.get(key, language).is_some(), "{key} has no value in {language}");
        }
    }
    let networks: Vec<_> = config.network.iter().map(ledord::config::NetworkConfig::to_domain).collect();
    assert_eq!(networks.len(), 1);
    assert_eq!((networks[0].hosts.len(), networks[0].leads.len(), networks[0].confirm_days), (1, 3, 5));
    assert_eq!(config.sessions.admins.len(), 1);
}

#[test]
fn the_guide_for_editors_names_every_placeholder() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/README.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    for key in KEYS {
        assert!(guide.contains(&format!("`{key}`")), "knowledge/README.md does not name `{key}`");
    }
}
