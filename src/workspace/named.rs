//! Remedies for a name in the place of somebody's file: `people: Lone Bo` in a story.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::base::{Code, Diagnostic, Note};
use crate::site::Site;
use crate::site::consent::by_only_name;

/// People by their names, looked up when the first diagnostic asks.
pub(super) struct Named<'a> {
    site: &'a Site,
    ids: OnceCell<HashMap<String, &'a str>>,
}

impl<'a> Named<'a> {
    pub(super) fn new(site: &'a Site) -> Named<'a> {
        Named { site, ids: OnceCell::new() }
    }

    /// Where a remedy names somebody who has a file, names the file: what they agreed to is there.
    pub(super) fn by_file(&self, diagnostic: &mut Diagnostic) {
        let is_story = || diagnostic.span.path.as_str().starts_with("content/stories/");
        if diagnostic.code != Code::WrongType || !is_story() {
            return;
        }
        for note in &mut diagnostic.notes {
            let Note::Hint(hint) = note else { continue };
            let written = hint.strip_prefix("Write {name: ");
            let written = written.and_then(|it| it.strip_suffix("} in its place"));
            let ids = || self.ids.get_or_init(|| by_only_name(self.site));
            let id = written.and_then(|it| ids().get(&it.trim_matches('"').to_lowercase()));
            if let Some(id) = id {
                *hint = format!("Write {{id: {id}}} in its place");
            }
        }
    }
}
