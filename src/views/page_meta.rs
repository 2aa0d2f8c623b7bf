//! What a page says about itself.

use serde::Serialize;

/// What a page says about itself; a view fills in what it knows.
#[derive(Default, Serialize)]
pub(crate) struct PageMeta {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) url: String,
    pub(crate) kind: &'static str,
    pub(crate) canonical: Option<String>,
    pub(crate) noindex: bool,
    pub(crate) lang: String,
    pub(crate) fallback: bool,
    pub(crate) outdated: bool,
}
