//! What guests see, and what the writer reads about it.

use super::Args;
use crate::base::Zone;
use crate::cli::project::ProjectArgs;
use crate::site::BuildOptions;

/// For whom and for which day the site is that guests see: the readers and the address that the
/// command named, as of the real day and without drafts, unless these are shared.
pub(super) fn options(
    project: &ProjectArgs,
    shares_drafts: bool,
) -> impl Fn(Option<&Zone>) -> BuildOptions + use<> {
    let mut project = project.clone();
    if !shares_drafts {
        (project.today, project.drafts) = (None, false);
    }
    move |zone| project.options(zone)
}

impl Args {
    /// What the writer must know of those who can look too.
    pub(super) fn said_of_guests(&self, port: u16) -> Vec<String> {
        let mut said = vec![];
        let is_beyond = !self.bind.is_loopback();
        if is_beyond || !self.allow_host.is_empty() || self.as_published {
            let who = match (is_beyond, self.as_published) {
                (_, true) => "Everybody, also on this machine, sees",
                (true, _) => "Others on the network see",
                _ => "Whoever uses another name than localhost, or comes through a proxy, sees",
            };
            let apart = self.project.drafts || self.project.today.is_some();
            said.push(match (apart, self.share_drafts) {
                (true, true) => format!(
                    "{who} what a build with your --drafts and --today would publish, because of \
                     --share-drafts, and nothing while there are errors."
                ),
                (true, false) => format!(
                    "{who} only what a build would publish today, without your --drafts and \
                     --today, and nothing while there are errors."
                ),
                (false, _) => format!(
                    "{who} only what a build would publish (no drafts, no other day, no preview \
                     bar), and nothing while there are errors."
                ),
            });
        }
        if is_beyond && !self.bind.is_unspecified() && !self.as_published {
            said.push(format!(
                "At {} you see the same. To see the whole preview yourself, use --bind 0.0.0.0 and \
                 open http://localhost:{port}/",
                self.bind
            ));
        }
        said
    }
}
