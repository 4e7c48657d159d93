//! `[knowledge]`: where the articles come from.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where the articles come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct KnowledgeConfig {
    /// A folder that replaces the built-in articles. Default: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<PathBuf>,
    /// A folder laid over the articles: adds and overrides by topic and language. Default: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlay: Option<PathBuf>,
}
