//! For whom and for which day a site is made.

use crate::base::Date;

/// For whom and for which day the site is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    pub today: Date,
    /// Show drafts and stories of days to come.
    pub drafts: bool,
    pub audience: BuildAudience,
    /// Instead of the one of `site.toml`.
    pub base_url: Option<String>,
}

/// Who will be able to read the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildAudience {
    Internal,
    Public,
}
